package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that somebody forged, bent or took elsewhere, on the lifecycle routes. */
class LifecycleTokensTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @ParameterizedTest
    @ValueSource(strings = {"installed", "uninstalled", "enabled", "disabled"})
    void properCallbackIsAcceptedAndRepeated(String event) {
        assertThat(SERVER.send(site.callback(event)).status()).isEqualTo(204);
        assertThat(SERVER.send(site.callback(event)).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"installed", "uninstalled", "enabled", "disabled"})
    void tokenForAPagesContextIsRefused(String event) {
        var claims = claims(event);
        claims.put("qsh", "context-qsh");

        assertThat(send(event, Tokens.hs256(claims, site.secret())).status()).isEqualTo(401);
        assertThat(send(event, SERVER.host().sign(claims)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"installed", "uninstalled"})
    void tenantsOwnSecretCannotInstallOrUninstall(String event) {
        assertThat(send(event, Tokens.hs256(claims(event), site.secret())).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "disabled"})
    void hostsKeyCannotEnableOrDisable(String event) {
        assertThat(send(event, SERVER.host().sign(claims(event))).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"installed", "uninstalled", "enabled", "disabled"})
    void unsignedCallbackIsRefused(String event) {
        assertThat(send(event, Tokens.unsigned("none", claims(event))).status()).isEqualTo(401);
        assertThat(send(event, Tokens.unsigned("RS256", claims(event))).status())
                .isEqualTo(401);
        assertThat(SERVER.send(Call.of("POST", "/" + event).json(site.body(event)))
                        .code())
                .isEqualTo("unauthenticated");
    }

    @Test
    void hmacUnderThePublicKeyIsRefused() {
        var header = Map.<String, Object>of("alg", "RS256", "kid", HostStandIn.KID);
        var key = SERVER.host().publicKey().getEncoded();

        assertThat(send("installed", Tokens.hs256(header, claims("installed"), key))
                        .status())
                .isEqualTo(401);
        assertThat(send("installed", Tokens.hs256(Map.of("alg", "HS256"), claims("installed"), key))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../install-key", "install-key/", "a/b", "..", "install-key?x", "%2e", "", "unknown"})
    void keyIdThatNamesNoKeyIsRefused(String kid) {
        var token = SERVER.host().sign(claims("installed"), kid);

        assertThat(send("installed", token).status()).isEqualTo(401);
    }

    @Test
    void keyOfAnotherHostIsRefused() {
        assertThat(send("installed", new HostStandIn().sign(claims("installed")))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"installed", "uninstalled", "enabled", "disabled"})
    void bodyAboutAnotherTenantIsForbidden(String event) {
        var other = SERVER.installedSite();
        var call = site.callback(event, other.body(event));

        assertThat(SERVER.send(call).code()).isEqualTo("forbidden");
        assertThat(SERVER.send(other.get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void bodyAboutAnotherAppOrProductOrPlaceIsForbidden() {
        for (var bent : List.of(
                site.body("installed").replace(Site.APP_KEY, "com.example.other"),
                site.body("installed").replace("\"jira\"", "\"confluence\""),
                site.body("installed").replace("one.atlassian.net", "evil.example.com"),
                site.body("installed").replace("one.atlassian.net", "one.two.atlassian.net"),
                site.body("installed").replace("https://one", "http://one"),
                site.body("installed").replace("atlassian.net", "atlassian.net:8443"),
                site.body("installed").replace("https://one", "https://u@one"),
                site.body("installed").replace("\"key\":", "\"kee\":"))) {
            assertThat(SERVER.send(site.callback("installed", bent)).code())
                    .as(bent)
                    .isEqualTo("forbidden");
        }
    }

    @Test
    void audienceOfAnInstallIsOneOfOurBaseUrls() {
        for (var audience : List.of(Site.BASE_URL, "https://old.example.com/", List.of("x", Site.BASE_URL))) {
            assertThat(installFor(audience)).as(audience.toString()).isEqualTo(204);
        }
        for (var audience :
                List.of(site.clientKey(), "https://app.example.com/x", "HTTPS://APP.EXAMPLE.COM", List.of(), "")) {
            assertThat(installFor(audience)).as(audience.toString()).isEqualTo(401);
        }
    }

    @Test
    void uninstallOfAnUnknownTenantIsDoneAlready() {
        var unknown = SERVER.newSite();

        assertThat(SERVER.send(unknown.callback("uninstalled")).status()).isEqualTo(204);
        assertThat(SERVER.send(unknown.callback("enabled")).status()).isEqualTo(401);
        assertThat(SERVER.record(unknown)).isEmpty();
    }

    private int installFor(Object audience) {
        var claims = claims("installed");
        claims.put("aud", audience);
        return send("installed", SERVER.host().sign(claims)).status();
    }

    private Map<String, Object> claims(String event) {
        var call = Call.of("POST", "/" + event);
        var claims =
                new HashMap<>(Tokens.claims(site.clientKey(), SERVER.clock().instant(), call));
        claims.put("aud", event.endsWith("installed") ? Site.BASE_URL : site.clientKey());
        return claims;
    }

    private Answer send(String event, String token) {
        return SERVER.send(Call.of("POST", "/" + event).json(site.body(event)).token(token));
    }
}
