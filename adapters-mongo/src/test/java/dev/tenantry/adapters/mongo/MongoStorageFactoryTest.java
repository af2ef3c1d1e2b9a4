package dev.tenantry.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tenantry.domain.error.StorageException;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MongoStorageFactoryTest {

    private static MongoStorageFactory factory(String url, String user, String password) {
        return new MongoStorageFactory(url, user, password, false, Duration.seconds(1), MongoPool.usual());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jdbc:sqlite:./data/tenantry.db",
                "mongodb://localhost",
                "mongodb://localhost/",
                "mongodb://localhost/?w=1",
                "mongodb://user:tell-nobody@localhost:port/tenantry",
                "mongodb://user:tell@nobody:@localhost/tenantry"
            })
    void urlThatIsNoneIsRefusedWithoutBeingQuoted(String url) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> factory(url, "", "").open())
                .withMessageContaining("storage.url")
                .withMessageNotContaining("nobody");
    }

    @Test
    void userOfTheConfigurationReplacesTheOneInTheUrl() {
        var url = factory("mongodb://old:secret@h1:1,h2:2/tenantry?tls=true", "new", "p")
                .connectionString();
        assertThat(url.getConnectionString()).isEqualTo("mongodb://new:p@h1:1,h2:2/tenantry?tls=true");
    }

    @Test
    void passwordIsTheOneThatWasGiven() {
        var credential = factory("mongodb://localhost/tenantry?authSource=admin", "a@b", "p:/? +%é")
                .connectionString()
                .getCredential();
        assertThat(credential).isNotNull();
        assertThat(credential.getUserName()).isEqualTo("a@b");
        assertThat(credential.getPassword()).isEqualTo("p:/? +%é".toCharArray());
        assertThat(credential.getSource()).isEqualTo("admin");
    }

    @Test
    void nothingOfItPrints() {
        assertThat(factory("mongodb://u:tell-nobody@localhost/db", "u", "tell-nobody")
                        .toString())
                .doesNotContain("nobody", "localhost");
    }

    @Test
    void absentKeysHaveDefaults() throws Exception {
        var factory = JsonMapper.builder().build().readValue("{}", MongoStorageFactory.class);
        assertThat(factory)
                .isEqualTo(new MongoStorageFactory("", "", "", false, Duration.seconds(2), new MongoPool(16)));
    }

    @Test
    void serverThatAnswersIsOpened() {
        try (var server = new BreakingServer()) {
            assertThatCode(() ->
                            factory(server.address() + "/test", "", "").open().close())
                    .doesNotThrowAnyException();
        }
    }
}
