package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.testkit.MariaDbServer;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("dev.tenantry.adapters.sql.testkit.MariaDbServer#isWanted")
class MariaDbPreparationTest implements PreparationContract {

    private final String url = MariaDbServer.newDatabase();

    @Override
    public String url() {
        return url;
    }
}
