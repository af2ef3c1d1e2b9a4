package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 13.1. */
class SettingsConditionsTest {

    private static final String TAG = ETag.of(new JsonText("1")).value();

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @BeforeEach
    void putOne() {
        SERVER.send(site.put("key", "1"));
    }

    @Test
    void writeWithTheCurrentTagIsServed() {
        var list = "\"other\", , " + TAG;

        assertThat(SERVER.send(site.put("key", "2").header("If-Match", list)).status())
                .isEqualTo(204);
    }

    @Test
    void conditionMayComeInSeveralLines() {
        var call = site.put("key", "2").header("If-Match", "\"other\"").header("If-Match", TAG);

        assertThat(SERVER.send(call).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void writeWithAStaleTagFailsAndChangesNothing(String method) {
        var call = site.api(method, "/api/settings/key").header("If-Match", "\"stale\"");
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";

        var answer = SERVER.send(method.equals("DELETE") ? call : call.body(type, "2"));

        assertThat(answer.code()).isEqualTo("precondition-failed");
        assertThat(SERVER.stored(site, "key")).contains("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void absentSettingMeetsNoIfMatch(String method) {
        var call = site.api(method, "/api/settings/absent").header("If-Match", "*");
        var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";

        var answer = SERVER.send(method.equals("DELETE") ? call : call.body(type, "2"));

        assertThat(answer.code()).isEqualTo("precondition-failed");
    }

    @Test
    void presentSettingMeetsIfMatchAny() {
        assertThat(SERVER.send(site.put("key", "2").header("If-Match", "*")).status())
                .isEqualTo(204);
    }

    @Test
    void weakTagMatchesNoWrite() {
        assertThat(SERVER.send(site.put("key", "2").header("If-Match", "W/" + TAG))
                        .code())
                .isEqualTo("precondition-failed");
    }

    @Test
    void putIfAbsentCreatesOnce() {
        var call = site.put("new", "1").header("If-None-Match", "*");

        assertThat(SERVER.send(call).status()).isEqualTo(201);
        assertThat(SERVER.send(call).code()).isEqualTo("precondition-failed");
    }

    @Test
    void writeThatWantsAnotherValueThanATagIsRefusedWithAReason() {
        var answer = SERVER.send(site.put("key", "2").header("If-None-Match", TAG));

        assertThat(answer.code()).isEqualTo("invalid-request");
        assertThat(answer.json().get("detail").asText()).contains("If-None-Match only as *");
    }

    @Test
    void writeTakesOneConditionOnly() {
        var call = site.put("key", "2").header("If-Match", TAG).header("If-None-Match", "*");

        assertThat(SERVER.send(call).code()).isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stale", "\"open", "\"a\" \"b\"", "*, \"a\"", "w/\"a\"", "", ",", "\"a\", x"})
    void malformedConditionIsRefused(String condition) {
        assertThat(SERVER.send(site.put("key", "2").header("If-Match", condition))
                        .code())
                .isEqualTo("invalid-request");
        assertThat(SERVER.send(site.get("key").header("If-None-Match", condition))
                        .code())
                .isEqualTo("invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\",%s", "*"})
    void readerWhoHasTheValueGets304(String known) {
        var answer = SERVER.send(site.get("key").header("If-None-Match", known.formatted(TAG)));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.header("ETag")).contains(TAG);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void readerWhoHasAnotherValueGetsThisOne() {
        assertThat(SERVER.send(site.get("key").header("If-None-Match", "\"other\""))
                        .body())
                .isEqualTo("1");
    }

    @Test
    void readerMayInsistOnOneValue() {
        assertThat(SERVER.send(site.get("key").header("If-Match", TAG)).status())
                .isEqualTo(200);
        assertThat(SERVER.send(site.get("key").header("If-Match", "\"other\"")).code())
                .isEqualTo("precondition-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void readerWhoInsistsOnAValueIsToldThatAnAbsentSettingIsNotIt(String method) {
        for (var wanted : List.of("*", TAG)) {
            var call = site.api(method, "/api/settings/absent").header("If-Match", wanted);

            assertThat(SERVER.send(call).status()).as(wanted).isEqualTo(412);
        }
    }

    @Test
    void absentSettingIsNotFoundWhateverTheReaderHas() {
        assertThat(SERVER.send(site.get("absent").header("If-None-Match", "*")).code())
                .isEqualTo("not-found");
    }
}
