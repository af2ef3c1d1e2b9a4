package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedMethodsTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                       | GET, HEAD, OPTIONS",
                "/atlassian-connect.json | GET, HEAD, OPTIONS",
                "/installed              | POST, OPTIONS",
                "/uninstalled            | POST, OPTIONS",
                "/enabled                | POST, OPTIONS",
                "/disabled               | POST, OPTIONS",
                "/api/settings           | GET, HEAD, OPTIONS",
                "/api/settings/key       | GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
                "/api/settings?key=a     | GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
            })
    void optionsAreListedWithoutABody(String target, String methods) {
        var answer = SERVER.send(Call.of("OPTIONS", target));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(allowed(answer)).containsExactlyInAnyOrder(methods.split(", ", -1));
        assertThat(answer.header("Content-Type")).isEmpty();
        assertThat(answer.header("Content-Length")).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "image/png", "*/*"})
    void optionsAreTheSameWhateverIsAccepted(String type) {
        var answer = SERVER.send(Call.of("OPTIONS", "/").header("Accept", type));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(allowed(answer)).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE / | GET, HEAD, OPTIONS",
                "POST /atlassian-connect.json | GET, HEAD, OPTIONS",
                "GET /installed | POST, OPTIONS",
                "POST /api/settings/key | GET, HEAD, PUT, PATCH, DELETE, OPTIONS",
            })
    void refusedMethodIsToldWhichAreAllowed(String line, String methods) {
        var parts = line.split(" ", 2);

        var answer = SERVER.send(Call.of(parts[0], parts[1]));

        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(allowed(answer)).containsExactlyInAnyOrder(methods.split(", ", -1));
    }

    private static String[] allowed(Answer answer) {
        return answer.header("Allow").orElse("").split(",\\s*", -1);
    }
}
