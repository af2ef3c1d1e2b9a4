package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value may look like on its way in. */
class SettingsBodiesTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{'a':1}",
                "{\"a\":1,}",
                "[1,]",
                "01",
                "+1",
                ".5",
                "1.",
                "NaN",
                "Infinity",
                "nul",
                "1 2",
                "{} {}",
                "\"tab\there\"",
                "\"\\x\"",
                "\"\\u12\"",
                "// comment\n1",
                "/**/1",
                "# comment\n1",
                "\u00a01",
                "\u000c1",
                " ",
                "{\"a\":1,\"a\":2}",
                "[{\"a\":{\"b\":1,\"\\u0062\":2}}]",
                "\uFEFF1",
            })
    void whatIsNotStrictJsonIsRefused(String text) {
        assertThat(SERVER.send(site.put("key", text)).code()).isEqualTo("invalid-json");
        assertThat(SERVER.stored(site, "key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "22c3", "22eda08022", "22c08022", "22f490808022", "fffe3100", "310032"})
    void whatIsNotUtf8IsRefused(String hex) {
        var bytes = HexFormat.of().parseHex(hex);
        var call = site.api("PUT", "/api/settings/key").body("application/json", bytes);

        assertThat(SERVER.send(call).code()).isEqualTo("invalid-json");
    }

    @Test
    void depthOf64IsTheMost() {
        assertThat(SERVER.send(site.put("key", nested(64))).status()).isEqualTo(201);
        assertThat(SERVER.send(site.put("key", nested(65))).code()).isEqualTo("invalid-json");
        assertThat(SERVER.send(site.put("key", nested(20_000))).code()).isEqualTo("invalid-json");
    }

    @Test
    void sizeIsCountedInBytes() {
        int max = TestServer.MAX_VALUE_BYTES;

        assertThat(SERVER.send(site.put("key", '"' + "x".repeat(max - 2) + '"')).status())
                .isEqualTo(201);
        assertThat(SERVER.send(site.put("key", '"' + "\u00e9".repeat(max / 2) + '"'))
                        .code())
                .isEqualTo("too-large");
    }

    @Test
    void sizeIsCountedWhileReadingWhenNoLengthIsAnnounced() {
        int size = TestServer.MAX_VALUE_BYTES + 1;
        var chunk = Integer.toHexString(size) + "\r\n" + "1".repeat(size) + "\r\n0\r\n\r\n";
        var call = site.api("PUT", "/api/settings/key")
                .header("Transfer-Encoding", "chunked")
                .body("application/json", chunk);

        var answer = SERVER.send(call);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
    }

    @Test
    void aBodyIsNeeded() {
        var answer = SERVER.send(site.put("key", ""));

        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.json().get("detail").asText()).isEqualTo("The body is missing.");
    }

    @Test
    void aBodyThatEndsTooEarlyIsRefused() {
        var call = site.api("PUT", "/api/settings/key")
                .header("Transfer-Encoding", "chunked")
                .body("application/json", "5\r\n[1]\r\n");

        assertThat(SERVER.send(call).code()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
            })
    void jsonInUtf8IsTaken(String type) {
        assertThat(SERVER.send(site.api("PUT", "/api/settings/key").body(type, "1"))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json; charset=iso-8859-1",
                "application/merge-patch+json",
                "application/*",
            })
    void otherMediaTypesAreRefused(String type) {
        assertThat(SERVER.send(site.api("PUT", "/api/settings/key").body(type, "1"))
                        .code())
                .isEqualTo("unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "application/json;charset"})
    void malformedMediaTypeIsRefused(String type) {
        assertThat(SERVER.send(site.api("PUT", "/api/settings/key").body(type, "1"))
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void aBodyWithoutAMediaTypeIsRefused() {
        var plain = site.put("key", "1");
        var untyped = new Call(
                plain.method(),
                plain.target(),
                plain.headers().stream()
                        .filter(header -> !header.startsWith("Content-Type"))
                        .toList(),
                plain.body());

        assertThat(SERVER.send(untyped).code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void aCodingThatWeDoNotKnowIsRefused() {
        var answer = SERVER.send(site.put("key", "1").header("Content-Encoding", "br"));

        assertThat(answer.code()).isEqualTo("unsupported-media-type");
        assertThat(answer.header("Accept-Encoding")).contains("identity");
    }

    @Test
    void refusalsQuoteNothingOfTheBody() {
        var answer = SERVER.send(site.put("key", "{\"password\": hunter2}"));

        assertThat(answer.body()).doesNotContain("hunter2").contains("line 1");
    }

    @Test
    void patchOfAnUnknownTypeIsToldWhichAreKnown() {
        var answer = SERVER.send(site.api("PATCH", "/api/settings/appSettings").json("{}"));

        assertThat(answer.code()).isEqualTo("unsupported-media-type");
        assertThat(answer.header("Accept-Patch")).contains("application/merge-patch+json, application/json-patch+json");
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }
}
