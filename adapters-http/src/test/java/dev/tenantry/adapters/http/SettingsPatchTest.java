package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsPatchTest {

    private static final String STORED =
            "{\"z\":1.0,\"y\":1e3,\"x\":12345678901234567890123,\"w\":-0.0,\"v\":\"\\u00e9\\ud800\",\"u\":{\"t\":[0.10]}}";

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @Test
    void mergePatchLeavesTheTextOfAllElseAlone() {
        SERVER.send(site.put("key", STORED));

        var answer = SERVER.send(site.merge("key", "{\"u\":{\"s\":2.50}}"));

        var expected = STORED.replace("[0.10]", "[0.10],\"s\":2.50");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(expected);
        assertThat(answer.header("ETag"))
                .contains(ETag.of(new JsonText(expected)).value());
        assertThat(SERVER.stored(site, "key")).contains(expected);
    }

    @Test
    void jsonPatchLeavesTheTextOfAllElseAlone() {
        SERVER.send(site.put("key", STORED));

        var answer = SERVER.send(site.patch("key", "[{\"op\":\"add\",\"path\":\"/u/t/-\",\"value\":2.50}]"));

        assertThat(answer.body()).isEqualTo(STORED.replace("[0.10]", "[0.10,2.50]"));
    }

    @Test
    void patchWithAStaleTagFails() {
        var answer = SERVER.send(site.merge("appSettings", "{\"a\":1}").header("If-Match", "\"stale\""));

        assertThat(answer.code()).isEqualTo("precondition-failed");
    }

    @Test
    void patchOfAnAbsentSettingIsNotFound() {
        assertThat(SERVER.send(site.merge("absent", "{\"a\":1}")).code()).isEqualTo("not-found");
    }

    @Test
    void patchThatDoesNotApplyIsAConflictAndChangesNothing() {
        SERVER.send(site.put("key", "[1]"));

        var answer = SERVER.send(site.patch("key", """
                [{"op":"add","path":"/0","value":0},{"op":"test","path":"/1","value":2}]"""));

        assertThat(answer.code()).isEqualTo("conflict");
        assertThat(SERVER.stored(site, "key")).contains("[1]");
    }

    @Test
    void malformedPatchIsABadRequest() {
        SERVER.send(site.put("key", "[1]"));

        assertThat(SERVER.send(site.patch("key", "{}")).code()).isEqualTo("invalid-request");
        assertThat(SERVER.send(site.patch("key", "[{\"op\":\"jump\",\"path\":\"\"}]"))
                        .code())
                .isEqualTo("invalid-request");
        assertThat(SERVER.send(site.patch("key", "[")).code()).isEqualTo("invalid-json");
        assertThat(SERVER.send(site.merge("key", "{\"a\":1,\"a\":2}")).code()).isEqualTo("invalid-json");
    }

    @Test
    void patchThatGrowsTheValueBeyondItsBoundIsRefusedBeforeItIsWritten() {
        SERVER.send(site.put("key", "[\"" + "x".repeat(100) + "\"]"));
        var doublings = IntStream.range(0, 60)
                .mapToObj(i -> "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/-\"}")
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(SERVER.send(site.patch("key", doublings)).code()).isEqualTo("too-large");
    }

    @Test
    void patchThatNestsTheValueTooDeeplyIsAConflict() {
        SERVER.send(site.put("key", "[".repeat(64) + "]".repeat(64)));
        var copy = "[{\"op\":\"copy\",\"from\":\"\",\"path\":\"/0\"}]";

        assertThat(SERVER.send(site.patch("key", copy)).code()).isEqualTo("conflict");
    }

    @Test
    void patchMayNotNestTheValueTooDeeplyOnItsWayEither() {
        SERVER.send(site.put("key", "[]"));
        var patch = "[" + "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/0\"},".repeat(64)
                + "{\"op\":\"replace\",\"path\":\"\",\"value\":1}]";

        assertThat(SERVER.send(site.patch("key", patch)).code()).isEqualTo("conflict");
        assertThat(SERVER.stored(site, "key")).contains("[]");
    }

    @Test
    void usersMayNotPatch() {
        var call =
                site.fromPage(Call.of("PATCH", "/api/settings/appSettings")).body("application/merge-patch+json", "{}");

        assertThat(SERVER.send(call).code()).isEqualTo("forbidden");
    }
}
