package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app's whole way from Connect to Forge, over the wire, with no setting lost. */
class MoveToForgeTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();
    private final ForgeStandIn forge = new ForgeStandIn(UUID.randomUUID().toString(), SERVER.clock());

    /** A minute passes after each step, so that no event falls together with another. */
    private void assertStatus(int status, Call call) {
        assertThat(SERVER.send(call).status()).isEqualTo(status);
        SERVER.clock().advance(Duration.ofMinutes(1));
    }

    private Call connectOnForge() {
        var body = site.body("installed").replaceFirst("\\{", "{\"installationId\":\"" + forge.ari() + "\",");
        return site.callback("installed", body);
    }

    private void assertForgeReads(String key, String value) {
        assertThat(SERVER.send(forge.get(key)).body()).isEqualTo(value);
    }

    @Test
    void settingsStayAllTheWay() {
        assertStatus(201, site.put("mine", "{\"since\":\"Connect\"}"));
        assertStatus(204, connectOnForge());
        assertStatus(204, forge.lifecycle("installed"));
        assertForgeReads("mine", "{\"since\":\"Connect\"}");
        assertStatus(200, site.get("mine"));
        assertStatus(204, site.callback("uninstalled"));
        assertThat(SERVER.send(site.get("mine")).code()).isEqualTo("unauthenticated");

        assertForgeReads("mine", "{\"since\":\"Connect\"}");
        assertStatus(201, forge.put("later", "1"));
        assertStatus(204, forge.post("/forge/heartbeat"));
        assertThat(SERVER.send(forge.post("/forge/pre-uninstall")).status()).isEqualTo(204);
        assertThat(SERVER.send(forge.get("mine")).code()).isEqualTo("unauthenticated");
    }

    @Test
    void connectThatLeavesBeforeForgeCallsTakesNothingAway() {
        assertStatus(201, site.put("mine", "1"));
        assertStatus(204, connectOnForge());
        assertStatus(204, site.callback("uninstalled"));
        assertForgeReads("mine", "1");
    }

    @Test
    void settingsThatBeganOnForgeComeAlongWhenConnectTellsWhoItIs() {
        assertStatus(201, forge.put("onForge", "1"));
        assertStatus(201, site.put("onConnect", "2"));
        assertStatus(204, connectOnForge());
        assertForgeReads("onForge", "1");
        assertForgeReads("onConnect", "2");
    }
}
