package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every error is a problem of RFC 9457, whoever notices it. */
class ProblemsTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /nothing                 | 404 | not-found",
                "GET /api                     | 404 | not-found",
                "GET /api/settings/a/b        | 404 | not-found",
                "GET /installed               | 405 | method-not-allowed",
                "DELETE /                     | 405 | method-not-allowed",
                "TRACE /                      | 405 | method-not-allowed",
                "BREW /                       | 405 | method-not-allowed",
                "POST /installed              | 415 | unsupported-media-type",
                "GET /api/settings            | 401 | unauthenticated",
                "GET /api/settings/a%2Fb      | 400 | invalid-request",
                "GET /api/settings/%2e%2e     | 400 | invalid-request",
                "GET /api/settings/a%25b      | 400 | invalid-request",
                "GET /api/settings/%zz        | 400 | invalid-request",
                "GET /api/settings/%FF        | 400 | invalid-request",
                "GET /api//settings           | 400 | invalid-request",
                "GET /a b                     | 400 | invalid-request",
                "GET http://[                 | 400 | invalid-request",
                "GET /<>                      | 400 | invalid-request",
            })
    void requestIsRefusedWithAProblem(String line, int status, String code) {
        var answer = SERVER.sendRaw(bytes(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("type", "title", "status", "detail", "code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET / HTTP/1.1;Connection: close                        | 400 | invalid-request",
                "GARBAGE                                                 | 400 | invalid-request",
                "GET / HTTP/7.7;Host: x                                  | 505 | invalid-request",
                "GET / HTTP/1.1;Host: x;Content-Length: a                | 400 | invalid-request",
                "GET / HTTP/1.1;Host: x;No colon;Connection: close       | 400 | invalid-request",
                "GET / HTTP/1.1;Host: x;Expect: magic;Connection: close  | 417 | invalid-request",
            })
    void brokenHeadIsRefusedWithAProblem(String head, int status, String code) {
        var answer = SERVER.sendRaw(bytes(head.replace(";", "\r\n") + "\r\n\r\n"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    @Test
    void longTargetIsRefusedWithAProblem() {
        var answer = SERVER.send(Call.of("GET", "/" + "x".repeat(9000)));

        assertThat(answer.status()).isEqualTo(414);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void largeHeaderIsRefusedWithAProblem() {
        var answer = SERVER.send(Call.of("GET", "/").header("X-Large", "x".repeat(9000)));

        assertThat(answer.status()).isEqualTo(431);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void whatNobodyAcceptsIsAProblemToo() {
        var answer = SERVER.send(Call.of("GET", "/atlassian-connect.json").header("Accept", "image/png"));

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not-acceptable");
    }

    @Test
    void headIsToldTheStatusOnly() {
        var answer = SERVER.send(Call.of("HEAD", "/nothing"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
