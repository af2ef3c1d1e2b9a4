package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsApiTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @Test
    void defaultSettingIsThereAfterTheInstall() {
        var answer = SERVER.send(site.get("appSettings"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"settings1\":\"settings1 value\"}");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    static Stream<String> exactTexts() {
        return Stream.of(
                "null",
                "\"123\"",
                "1.0",
                "1e3",
                "-0.0",
                "12345678901234567890123",
                " { \"b\" : 1 ,\t\"a\" : [ ] }\r\n",
                "\"\\u0000\\ud800\"",
                "\"\uD83D\uDD11 \u00e9\"",
                "{\"\":{\"__proto__\":0}}",
                "[" + "9".repeat(2000) + "]");
    }

    @ParameterizedTest
    @MethodSource("exactTexts")
    void whatWasPutComesBackCharacterForCharacter(String text) {
        assertThat(SERVER.send(site.put("exact", text)).status()).isEqualTo(201);

        assertThat(SERVER.send(site.get("exact")).body()).isEqualTo(text);
    }

    @Test
    void putTellsWhetherItCreatedAndNamesTheNewTag() {
        var created = SERVER.send(site.put("key", "1"));
        var replaced = SERVER.send(site.put("key", "2"));

        assertThat(created.status()).isEqualTo(201);
        assertThat(replaced.status()).isEqualTo(204);
        assertThat(replaced.header("ETag")).contains(etag("2"));
        assertThat(SERVER.send(site.get("key")).header("ETag")).contains(etag("2"));
    }

    @Test
    void headIsGetWithoutTheBody() {
        var answer = SERVER.send(site.api("HEAD", "/api/settings/appSettings"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isPresent();
        assertThat(answer.header("Content-Length")).contains("31");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void deleteRemovesOnce() {
        assertThat(SERVER.send(site.api("DELETE", "/api/settings/appSettings")).status())
                .isEqualTo(204);

        var again = SERVER.send(site.api("DELETE", "/api/settings/appSettings"));

        assertThat(again.code()).isEqualTo("not-found");
        assertThat(SERVER.send(site.get("appSettings")).code()).isEqualTo("not-found");
    }

    @Test
    void optionsNeedNoTokenAndGrantNothingToOtherOrigins() {
        var answer = SERVER.send(Call.of("OPTIONS", "/api/settings/key").header("Origin", "https://evil.example"));

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("GET, HEAD, PUT, PATCH, DELETE, OPTIONS");
        assertThat(answer.header("Accept-Patch")).contains("application/merge-patch+json, application/json-patch+json");
        assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    }

    @Test
    void writesNeedTheNameOfOneSetting() {
        var answer = SERVER.send(site.api("PUT", "/api/settings").json("1"));

        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow").orElse("").split(",\\s*", -1))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    }

    @Test
    void valuesAreNeverCompressed() {
        SERVER.send(site.put("long", '"' + "x".repeat(5000) + '"'));

        var answer = SERVER.send(site.get("long").header("Accept-Encoding", "gzip"));

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("ETag").orElse("")).doesNotContain("gzip");
        assertThat(answer.body()).hasSize(5002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b", "a%20b", "%C3%A9", "%F0%9F%94%91", "a:b", "a%3Bb", "%7Bx%7D", "~tilde"})
    void aKeyIsOnePercentEncodedSegment(String segment) {
        assertThat(SERVER.send(site.put(segment, "1")).status()).isEqualTo(201);

        var key = URI.create("/" + segment).getPath().substring(1);
        assertThat(SERVER.stored(site, key)).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "100%25", "a%5Cb", "a%3Bb", "%2F", "a%26b%3Dc"})
    void aKeyThatAPathMayNotCarryGoesIntoTheQuery(String encoded) {
        var target = "/api/settings?key=" + encoded;

        assertThat(SERVER.send(site.api("PUT", target).json("1")).status()).isEqualTo(201);
        assertThat(SERVER.send(site.api("GET", target)).body()).isEqualTo("1");
        assertThat(SERVER.send(site.api("DELETE", target)).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/settings/..",
                "/api/settings/.",
                "/api/settings/clientInfo",
                "/api/settings/bearer:0",
                "/api/settings?key=clientInfo",
                "/api/settings?key=..",
                "/api/settings?key=",
                "/api/settings?key",
                "/api/settings?key=a&key=b",
                "/api/settings/a?key=a",
                "/api/settings?key=%00",
                "/api/settings?key=%ED%A0%80",
                "/api/settings/a;b",
                "/api/settings;x=1?key=a",
            })
    void namesThatNoSettingCanHaveAreRefused(String target) {
        assertThat(SERVER.send(site.api("GET", target)).code()).isEqualTo("invalid-request");
    }

    @Test
    void aKeyThatIsTooLongIsRefused() {
        assertThat(SERVER.send(site.put("x".repeat(255), "1")).status()).isEqualTo(201);
        assertThat(SERVER.send(site.put("x".repeat(256), "1")).code()).isEqualTo("invalid-request");
    }

    @Test
    void anotherSpellingOfTheRouteIsNoRoute() {
        assertThat(SERVER.send(site.api("GET", "/%61pi/settings/appSettings")).status())
                .isEqualTo(404);
    }

    @Test
    void aSlashBehindAKeyIsNoPartOfIt() {
        assertThat(SERVER.send(site.put("key/", "1")).code()).isEqualTo("not-found");
    }

    @Test
    void tooManySettingsAreAConflict() {
        for (int i = 1; i < 50; i++) {
            SERVER.send(site.put("key" + i, "1"));
        }

        assertThat(SERVER.send(site.put("one-more", "1")).code()).isEqualTo("conflict");
        assertThat(SERVER.send(site.put("appSettings", "1")).status()).isEqualTo(204);
    }

    private static String etag(String text) {
        return ETag.of(new JsonText(text)).value();
    }
}
