package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bitbucket has no install keys: it signs with the secret of the installation before, and the first one not at all. */
class BitbucketTest {

    @RegisterExtension
    static final Running TRUSTING = new Running(app(true));

    @RegisterExtension
    static final Running CAUTIOUS = new Running(app(false));

    private final String workspace = "{" + UUID.randomUUID() + "}";
    private final String clientKey = "ari:cloud:bitbucket::app/" + workspace + "/" + Site.APP_KEY;

    @Test
    void unsignedFirstInstallIsRefusedByDefault() {
        assertThat(CAUTIOUS.send(unsigned(body("installed", "first"))).code()).isEqualTo("unauthenticated");
    }

    @Test
    void unsignedFirstInstallIsBelievedByChoice() {
        assertThat(TRUSTING.send(unsigned(body("installed", "first"))).status()).isEqualTo(204);

        assertThat(TRUSTING.send(site("first").get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void unsignedFirstInstallMustHaveTheKeyThatBitbucketDerives() {
        var body = body("installed", "first");
        for (var bent : List.of(
                body.replace("\"clientKey\":\"ari:", "\"clientKey\":\"ARI:"),
                body.replace("\"uuid\":\"{", "\"uuid\":\"{0"),
                body.replace("\"principal\"", "\"other\""),
                body.replace("/" + Site.APP_KEY + "\"", "/com.example.other\""))) {
            assertThat(TRUSTING.send(unsigned(bent)).code()).as(bent).isEqualTo("unauthenticated");
        }
        assertThat(TRUSTING.send(unsigned(body.replace("bitbucket.org", "bitbucket.org.evil.example")))
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void unsignedInstallOfAKnownTenantIsRefused() {
        TRUSTING.send(unsigned(body("installed", "first")));

        assertThat(TRUSTING.send(unsigned(body("installed", "second"))).status())
                .isEqualTo(401);
        assertThat(TRUSTING.send(site("first").get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void reinstallIsSignedByTheSecretBefore() {
        TRUSTING.send(unsigned(body("installed", "first")));
        TRUSTING.clock().advance(Duration.ofSeconds(1));

        assertThat(TRUSTING.send(signed("installed", "second", "second")).status())
                .isEqualTo(401);
        assertThat(TRUSTING.send(signed("installed", "second", "first")).status())
                .isEqualTo(204);
        assertThat(TRUSTING.send(site("second").get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void installAfterAnUninstallIsSignedByTheRetiredSecret() {
        TRUSTING.send(unsigned(body("installed", "first")));
        assertThat(TRUSTING.send(signed("uninstalled", "first", "first")).status())
                .isEqualTo(204);
        TRUSTING.clock().advance(Duration.ofSeconds(1));

        assertThat(TRUSTING.send(unsigned(body("installed", "second"))).status())
                .isEqualTo(401);
        assertThat(TRUSTING.send(signed("installed", "second", "first")).status())
                .isEqualTo(204);
        assertThat(TRUSTING.send(site("first").get("appSettings")).status()).isEqualTo(401);
        assertThat(TRUSTING.send(site("second").get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void hostKeyOfOtherProductsIsWorthNothingHere() {
        TRUSTING.send(unsigned(body("installed", "first")));
        var call = unsigned(body("installed", "second"));
        var claims = Tokens.claims(clientKey, TRUSTING.clock().instant(), call);
        claims.put("aud", Site.BASE_URL);

        assertThat(TRUSTING.send(call.token(TRUSTING.host().sign(claims))).status())
                .isEqualTo(401);
    }

    @Test
    void brokenCredentialsAreNotTakenForNone() {
        var call = unsigned(body("installed", "first")).header("Authorization", "Bearer x");

        assertThat(TRUSTING.send(call).status()).isEqualTo(401);
    }

    @Test
    void onlyTheWorkspaceIsKeptOfThePrincipal() {
        TRUSTING.send(unsigned(body("installed", "first")));

        var unknown =
                TRUSTING.record(site("first")).orElseThrow().installation().unknown();
        assertThat(unknown.toString()).doesNotContain("eve");
        assertThat(unknown).containsOnlyKeys("principal");
    }

    private Call signed(String event, String newSecret, String signingSecret) {
        var call = Call.of("POST", "/" + event).json(body(event, newSecret));
        var claims = Tokens.claims(clientKey, TRUSTING.clock().instant(), call);
        claims.put("aud", clientKey);
        return call.token(Tokens.hs256(claims, signingSecret));
    }

    private static Call unsigned(String body) {
        return Call.of("POST", "/installed").json(body);
    }

    private Site site(String secret) {
        return new Site(TRUSTING.host(), TRUSTING.clock(), clientKey, secret);
    }

    private String body(String event, String secret) {
        return """
                {"key":"%s","clientKey":"%s","sharedSecret":"%s","baseUrl":"https://bitbucket.org",\
                "baseApiUrl":"https://api.bitbucket.org","productType":"bitbucket","eventType":"%s",\
                "principal":{"type":"team","uuid":"%s","username":"eve"},"user":{"username":"eve"}}""".formatted(Site.APP_KEY, clientKey, secret, event, workspace);
    }

    private static App app(boolean unsignedFirstInstall) {
        return new App(
                Site.APP_KEY,
                Product.BITBUCKET,
                List.of(Site.BASE_URL),
                Product.BITBUCKET.usualHosts(),
                unsignedFirstInstall);
    }
}
