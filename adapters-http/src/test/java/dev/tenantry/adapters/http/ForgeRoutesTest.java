package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Forge may tell, and what a Forge caller may do with the settings. */
class ForgeRoutesTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final ForgeStandIn forge = new ForgeStandIn(UUID.randomUUID().toString(), SERVER.clock());

    private Optional<TenantRecord> record() {
        return SERVER.record(new TenantId(forge.ari()));
    }

    private void assertAccepted(Call call) {
        assertThat(SERVER.send(call).status()).isEqualTo(204);
    }

    @Test
    void installedBeginsATenantWithItsDefaults() {
        assertAccepted(forge.lifecycle("installed"));
        assertThat(SERVER.send(forge.get("appSettings")).body()).isEqualTo("{\"settings1\":\"settings1 value\"}");
    }

    @Test
    void eventInsideAPayloadIsTaken() {
        var body =
                "{\"payload\":" + forge.body("upgraded").replace("}}", "},\"retryContext\":{\"retryCount\":1}}") + "}";
        assertAccepted(forge.signed(Call.of("POST", "/forge/lifecycle").json(body)));
        assertThat(record()).isPresent();
    }

    @Test
    void eventThatNamesNothingIsAnInstall() {
        assertAccepted(forge.signed(Call.of("POST", "/forge/lifecycle").json("{}")));
        assertThat(record()).isPresent();
    }

    @Test
    void repeatedEventKeepsTheSettings() {
        assertAccepted(forge.lifecycle("installed"));
        assertThat(SERVER.send(forge.put("mine", "1")).status()).isEqualTo(201);
        SERVER.clock().advance(Duration.ofMinutes(1));
        assertAccepted(forge.lifecycle("installed"));
        assertAccepted(forge.lifecycle("upgraded"));
        assertAccepted(forge.post("/forge/heartbeat"));
        assertThat(SERVER.send(forge.get("mine")).body()).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forge/pre-uninstall", "/forge/lifecycle"})
    void leavingClosesTheSettings(String route) {
        assertAccepted(forge.lifecycle("installed"));
        var call = Call.of("POST", route).json(forge.body("uninstalled"));
        assertAccepted(forge.signed(call));
        assertThat(SERVER.send(forge.get("appSettings")).code()).isEqualTo("unauthenticated");
    }

    @Test
    void bodyAboutAnotherInstallationIsForbidden() {
        var other = new ForgeStandIn(UUID.randomUUID().toString(), SERVER.clock());
        var call = forge.signed(Call.of("POST", "/forge/lifecycle").json(other.body("installed")));
        assertThat(SERVER.send(call).code()).isEqualTo("forbidden");
        assertThat(record()).isEmpty();
    }

    @Test
    void eventOfAnotherKindIsMalformed() {
        var call = forge.signed(Call.of("POST", "/forge/lifecycle").json("{\"eventType\":\"avi:jira:created:issue\"}"));
        assertThat(SERVER.send(call).code()).isEqualTo("invalid-request");
        assertThat(SERVER.send(forge.signed(Call.of("POST", "/forge/lifecycle").json("[]")))
                        .code())
                .isEqualTo("invalid-request");
    }

    @Test
    void settingsHaveTheSemanticsOfTheOtherApi() {
        var created = SERVER.send(forge.put("mine", "{\"a\":1.0}"));
        assertThat(created.status()).isEqualTo(201);
        var etag = created.header("ETag").orElseThrow();
        assertThat(SERVER.send(forge.get("mine").header("If-None-Match", etag)).status())
                .isEqualTo(304);
        assertThat(SERVER.send(forge.put("mine", "2").header("If-Match", "\"other\""))
                        .code())
                .isEqualTo("precondition-failed");
        var patch = Call.of("PATCH", "/forge/api/settings/mine").body("application/merge-patch+json", "{\"b\":2}");
        assertThat(SERVER.send(forge.signed(patch)).body()).isEqualTo("{\"a\":1.0,\"b\":2}");
        assertThat(SERVER.send(forge.signed(Call.of("GET", "/forge/api/settings?limit=1")))
                        .json()
                        .path("next")
                        .asText())
                .isEqualTo("appSettings");
        assertThat(SERVER.send(forge.put("large", "\"" + "x".repeat(TestServer.MAX_VALUE_BYTES) + "\""))
                        .code())
                .isEqualTo("too-large");
        var named = Call.of("PUT", "/forge/api/settings?key=a%2Fb").json("1");
        assertThat(SERVER.send(forge.signed(named)).status()).isEqualTo(201);
        assertThat(SERVER.send(forge.signed(Call.of("DELETE", "/forge/api/settings/mine")))
                        .status())
                .isEqualTo(204);
        assertThat(SERVER.send(forge.get("mine")).code()).isEqualTo("not-found");
    }

    @Test
    void userOfAPageReadsAndDoesNotWrite() {
        assertAccepted(forge.lifecycle("installed"));
        var read = forge.byUser(Call.of("GET", "/forge/api/settings/appSettings"));
        assertThat(SERVER.send(read).status()).isEqualTo(200);
        var write = forge.byUser(Call.of("PUT", "/forge/api/settings/mine").json("1"));
        assertThat(SERVER.send(write).code()).isEqualTo("forbidden");
    }

    /** An endpoint without a path in the manifest lets a page name any. */
    @ParameterizedTest
    @ValueSource(strings = {"lifecycle", "heartbeat", "pre-uninstall", "dare-migration/schedule"})
    void userOfAPageDoesNotSpeakForTheInstallation(String route) {
        assertAccepted(forge.lifecycle("installed"));
        var body = route.equals("lifecycle")
                ? forge.body("uninstalled")
                : "{\"migrationId\":\"1\",\"location\":\"EU\",\"startTime\":\"2026-01-01T00:00:00Z\"}";
        var call = forge.byUser(Call.of("POST", "/forge/" + route).json(body));
        assertThat(SERVER.send(call).code()).isEqualTo("forbidden");
        assertThat(SERVER.send(forge.get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void refusalIsLoggedAndAnsweredWithoutTheToken() {
        var call = forge.post("/forge/heartbeat").header("x-forge-oauth-system", "tell-nobody");
        assertThat(SERVER.send(call).status()).isEqualTo(204);
        assertThat(record().orElseThrow().toString()).doesNotContain("tell-nobody");
    }
}
