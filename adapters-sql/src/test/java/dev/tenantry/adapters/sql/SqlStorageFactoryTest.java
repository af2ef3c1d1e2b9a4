package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import io.dropwizard.jersey.validation.Validators;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlStorageFactoryTest {

    private static List<String> complaints(String url) {
        return Validators.newValidator().validateProperty(Config.of(url), "url").stream()
                .map(violation -> violation.getMessage())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:tcp://127.0.0.1:1/tenantry", "jdbc:h2:ssl://127.0.0.1:1/tenantry"})
    void serverOfH2IsRefused(String url) {
        assertThat(complaints(url)).singleElement().asString().contains("must not lead to a server of H2");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Config.of(url).open())
                .withMessageStartingWith("storage.url must not lead to a server of H2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:tenantry",
                "jdbc:h2:./data/tcp:tenantry",
                "jdbc:sqlite:./data/tenantry.db",
                "jdbc:postgresql://127.0.0.1/tenantry",
                "jdbc:mariadb://127.0.0.1/tenantry",
                "jdbc:mysql://127.0.0.1/tenantry"
            })
    void databaseThatWeKnowIsAccepted(String url) {
        assertThat(complaints(url)).isEmpty();
    }

    @Test
    void databaseThatWeDoNotKnowIsRefused() {
        assertThat(complaints("jdbc:oracle:thin:@127.0.0.1")).containsExactly(Dialect.EXPECTED);
    }
}
