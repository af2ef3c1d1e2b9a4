package dev.tenantry.adapters.sql;

import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.tenantry.adapters.sql.MariaDbServer#isWanted")
class MariaDbPreparationTest implements PreparationContract {

    private final String url = MariaDbServer.newDatabase();

    @Override
    public String url() {
        return url;
    }
}
