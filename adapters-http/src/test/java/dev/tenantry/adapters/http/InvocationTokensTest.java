package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which tokens open the Forge routes, and that neither host's tokens open the other's. */
class InvocationTokensTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final ForgeStandIn forge = new ForgeStandIn(UUID.randomUUID().toString(), SERVER.clock());

    private static Call heartbeat() {
        return Call.of("POST", "/forge/heartbeat").json("{}");
    }

    private void assertRefused(Call call) {
        assertThat(SERVER.send(call).code()).isEqualTo("unauthenticated");
        assertThat(SERVER.record(new TenantId(forge.ari()))).isEmpty();
    }

    private void assertRefusedWith(Consumer<Map<String, Object>> change) {
        var claims = forge.claims();
        change.accept(claims);
        assertRefused(ForgeStandIn.bearer(heartbeat(), ForgeStandIn.FORGE.sign(claims)));
    }

    @Test
    void wrongIssuerAudienceAndTimesAreRefused() {
        long now = SERVER.clock().instant().getEpochSecond();
        assertRefusedWith(claims -> claims.put("iss", "forge/other"));
        assertRefusedWith(claims -> claims.put("aud", "ari:cloud:ecosystem::app/00000000-0000-0000-0000-000000000000"));
        assertRefusedWith(claims -> claims.put("aud", List.of()));
        assertRefusedWith(claims -> claims.put("exp", now - 30));
        assertRefusedWith(claims -> claims.remove("exp"));
        assertRefusedWith(claims -> claims.put("iat", now + 31));
        assertRefusedWith(claims -> claims.put("nbf", now + 31));
    }

    @Test
    void installationMustBeNamedOnceAndWell() {
        assertRefusedWith(claims -> claims.remove("app"));
        assertRefusedWith(claims -> claims.put("app", Map.of("installationId", 1)));
        assertRefusedWith(claims -> claims.put("app", Map.of("installationId", "ari:cloud:jira::site/1")));
        var two = new HashMap<>(forge.app());
        two.put("installationId", "ari:cloud:ecosystem::installation/another");
        assertRefusedWith(claims -> claims.put("app", two));
    }

    @Test
    void principalThatIsNoTextIsRefused() {
        assertRefusedWith(claims -> claims.put("principal", List.of("account-1")));
    }

    @Test
    void stagingAndIsolatedCloudsAreNotChosenByTheToken() {
        var staging = new HostStandIn();
        var claims = forge.claims();
        var app = new HashMap<>(forge.app());
        app.put("apiBaseUrl", "https://api.stg.atlassian.com/ex/jira/1");
        claims.put("app", app);
        assertRefused(ForgeStandIn.bearer(heartbeat(), staging.sign(claims)));
        assertRefusedWith(some -> some.put("icLabel", "ic-1"));
        assertRefusedWith(some -> some.put("icLabel", "../up"));
        assertRefusedWith(some -> some.put("icLabel", 1));
    }

    @Test
    void forgedAndUnknownKeysAreRefused() {
        assertRefused(ForgeStandIn.bearer(heartbeat(), new HostStandIn().sign(forge.claims())));
        assertRefused(ForgeStandIn.bearer(heartbeat(), ForgeStandIn.FORGE.sign(forge.claims(), "another")));
        assertRefused(ForgeStandIn.bearer(heartbeat(), Tokens.unsigned("none", forge.claims())));
        assertRefused(ForgeStandIn.bearer(heartbeat(), Tokens.hs256(forge.claims(), "secret")));
    }

    @Test
    void tokenComesAsBearerAndOnce() {
        var token = ForgeStandIn.FORGE.sign(forge.claims());
        assertRefused(heartbeat());
        assertRefused(heartbeat().token(token));
        assertRefused(ForgeStandIn.bearer(ForgeStandIn.bearer(heartbeat(), token), token));
        assertRefused(ForgeStandIn.bearer(heartbeat(), "no.token"));
        assertThat(SERVER.send(heartbeat().header("Authorization", "bearer " + token))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void connectTokenOpensNoForgeRoute() {
        var site = SERVER.installedSite();
        var get = Call.of("GET", "/forge/api/settings");
        assertRefused(site.signed(get));
        var token = Tokens.hs256(Tokens.claims(site.clientKey(), SERVER.clock().instant(), get), site.secret());
        assertRefused(ForgeStandIn.bearer(get, token));
        var install = SERVER.host().sign(forge.claims());
        assertRefused(ForgeStandIn.bearer(heartbeat(), install));
    }

    @Test
    void invocationTokenOpensNoConnectRoute() {
        SERVER.send(forge.lifecycle("installed"));
        var token = ForgeStandIn.FORGE.sign(forge.claims());
        var list = Call.of("GET", "/api/settings");
        assertThat(SERVER.send(list.token(token)).code()).isEqualTo("unauthenticated");
        assertThat(SERVER.send(ForgeStandIn.bearer(list, token)).code()).isEqualTo("unauthenticated");
        var site = SERVER.newSite();
        var installed = Call.of("POST", "/installed").json(site.body("installed"));
        assertThat(SERVER.send(installed.token(token)).code()).isEqualTo("unauthenticated");
        var claims = Tokens.claims(site.clientKey(), SERVER.clock().instant(), installed);
        claims.put("aud", List.of(Site.BASE_URL));
        assertThat(SERVER.send(installed.token(ForgeStandIn.FORGE.sign(claims))).code())
                .isEqualTo("unauthenticated");
    }
}
