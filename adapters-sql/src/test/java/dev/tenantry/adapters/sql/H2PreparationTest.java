package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.testkit.Fixtures;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class H2PreparationTest implements PreparationContract {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();

    @Override
    public String url() {
        return url;
    }

    @Test
    void namesAreComparedByteByByteInADatabaseThatIgnoresCase() {
        try (var storage = Config.prepared(url + ";IGNORECASE=TRUE")) {
            storage.installations().find(Fixtures.tenant("acme").id());
            assertThat(Raw.query(
                            url,
                            "SELECT DISTINCT DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS"
                                    + " WHERE TABLE_NAME = 'AddonSettings' AND COLUMN_NAME IN ('clientKey', 'key')"))
                    .containsExactly("CHARACTER VARYING");
        }
    }
}
