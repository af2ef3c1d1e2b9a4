package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tokens that somebody forged, bent or took elsewhere, on the settings API. */
class TokenRulesTest {

    private static final Call GET = Call.of("GET", "/api/settings/appSettings");

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();
    private final Map<String, Object> claims =
            Tokens.claims(site.clientKey(), SERVER.clock().instant(), GET);

    @Test
    void properTokenIsAccepted() {
        assertThat(status(Tokens.hs256(claims, site.secret()))).isEqualTo(200);
    }

    @Test
    void everyRefusalLooksTheSame() {
        var noToken = SERVER.send(GET);
        var wrongSecret = SERVER.send(GET.token(Tokens.hs256(claims, "wrong")));
        claims.put("iss", "nobody");
        var unknownTenant = SERVER.send(GET.token(Tokens.hs256(claims, site.secret())));

        assertThat(List.of(noToken.body(), wrongSecret.body(), unknownTenant.body()))
                .containsOnly(noToken.body());
        assertThat(unknownTenant.code()).isEqualTo("unauthenticated");
        assertThat(unknownTenant.header("WWW-Authenticate")).contains("JWT realm=\"" + Site.APP_KEY + "\"");
    }

    @Test
    void unsignedTokenIsRefused() {
        for (var algorithm : List.of("none", "None", "NONE", "HS256", "")) {
            assertThat(status(Tokens.unsigned(algorithm, claims))).as(algorithm).isEqualTo(401);
        }
    }

    @Test
    void otherHmacsAreRefused() {
        var header = Map.<String, Object>of("alg", "HS512", "typ", "JWT");

        assertThat(status(Tokens.hs256(header, claims, utf8(site.secret())))).isEqualTo(401);
    }

    @Test
    void publicKeyOfTheHostIsNoSecret() {
        var der = SERVER.host().publicKey().getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END PUBLIC KEY-----\n";
        var header = Map.<String, Object>of("alg", "HS256", "kid", HostStandIn.KID);

        assertThat(status(Tokens.hs256(header, claims, der))).isEqualTo(401);
        assertThat(status(Tokens.hs256(header, claims, utf8(pem)))).isEqualTo(401);
    }

    @Test
    void installTokenOfTheHostIsNoApiToken() {
        assertThat(status(SERVER.host().sign(claims))).isEqualTo(401);
    }

    @Test
    void nestedArrayAsAudienceIsRefused() {
        for (var audience : List.of(
                List.of(List.of(site.clientKey())), List.of(site.clientKey(), 1), Map.of("0", site.clientKey()), 7)) {
            claims.put("aud", audience);
            assertThat(status(Tokens.hs256(claims, site.secret())))
                    .as(audience.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void issuerThatIsNoStringIsRefused() {
        for (var issuer : List.of(List.of(site.clientKey()), Map.of("a", 1), 7, true)) {
            claims.put("iss", issuer);
            assertThat(status(Tokens.hs256(claims, site.secret())))
                    .as(issuer.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void audienceIsTheTenantOrTheAppOrNobody() {
        for (var audience : List.of(
                site.clientKey(), Site.BASE_URL, Site.BASE_URL + "/", List.of("x", site.clientKey()), "", List.of())) {
            claims.put("aud", audience);
            assertThat(status(Tokens.hs256(claims, site.secret())))
                    .as(audience.toString())
                    .isEqualTo(200);
        }
        claims.put("aud", "https://other.example.com");
        assertThat(status(Tokens.hs256(claims, site.secret()))).isEqualTo(401);
    }

    @Test
    void everyAcceptedBaseUrlIsAnAudience() {
        claims.put("aud", List.of("https://old.example.com"));

        assertThat(status(Tokens.hs256(claims, site.secret()))).isEqualTo(200);
    }

    @Test
    void tokenOfOneTenantReachesNothingOfAnother() {
        var other = SERVER.installedSite();
        SERVER.send(other.put("private", "\"theirs\""));

        assertThat(SERVER.send(site.get("private")).code()).isEqualTo("not-found");
        assertThat(SERVER.send(site.api("GET", "/api/settings")).body()).doesNotContain("theirs");
        SERVER.send(site.put("private", "\"mine\""));
        assertThat(SERVER.stored(other, "private")).contains("\"theirs\"");
    }

    @Test
    void tokenOfOneTenantUnderTheNameOfAnotherIsRefused() {
        claims.put("iss", SERVER.installedSite().clientKey());

        assertThat(status(Tokens.hs256(claims, site.secret()))).isEqualTo(401);
    }

    @Test
    void tokenIsForOneRequestOnly() {
        var token = Tokens.hs256(claims, site.secret());

        assertThat(SERVER.send(Call.of("HEAD", GET.target()).token(token)).status())
                .isEqualTo(401);
        assertThat(SERVER.send(Call.of("GET", GET.target() + "?x=1").token(token))
                        .status())
                .isEqualTo(401);
        assertThat(SERVER.send(Call.of("GET", "/api/settings").token(token)).status())
                .isEqualTo(401);
    }

    @Test
    void tokenOfAPageMayReadAndMayNotWrite() {
        assertThat(SERVER.send(site.fromPage(GET)).status()).isEqualTo(200);
        assertThat(SERVER.send(site.fromPage(Call.of("PUT", GET.target())).json("1"))
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void tokenWithoutAHashIsRefused() {
        claims.remove("qsh");

        assertThat(status(Tokens.hs256(claims, site.secret()))).isEqualTo(401);
    }

    @Test
    void hashThatIsNoStringIsRefused() {
        claims.put("qsh", List.of("context-qsh"));

        assertThat(status(Tokens.hs256(claims, site.secret()))).isEqualTo(401);
    }

    @Test
    void criticalExtensionIsRefused() {
        var header = Map.of("alg", "HS256", "crit", List.of("b64"), "b64", true);

        assertThat(status(Tokens.hs256(header, claims, utf8(site.secret())))).isEqualTo(401);
    }

    @Test
    void tokenInAnotherPlaceIsNoToken() {
        var token = Tokens.hs256(claims, site.secret());

        assertThat(SERVER.send(Call.of("GET", GET.target() + "?jwt=" + token)).status())
                .isEqualTo(401);
        for (var credentials : List.of("Bearer ", "jwt ", "JWT", "JWT  ", "Basic ")) {
            assertThat(SERVER.send(GET.header("Authorization", credentials + token))
                            .status())
                    .as(credentials)
                    .isEqualTo(401);
        }
        assertThat(SERVER.send(GET.token(token).token(token)).status()).isEqualTo(401);
    }

    @Test
    void malformedTokensAreRefused() {
        var good = Tokens.hs256(claims, site.secret());
        var segments = good.split("\\.", -1);
        for (var bad : List.of(
                "",
                ".",
                "..",
                "a.b.c",
                good + "=",
                good + ".",
                segments[0] + '.' + segments[1],
                segments[0] + "..",
                "e30." + segments[1] + '.' + segments[2],
                encoded("[]") + '.' + segments[1] + '.' + segments[2],
                encoded("{\"alg\":\"HS256\"} x") + '.' + segments[1] + '.' + segments[2],
                segments[0] + '.' + encoded("{\"a\":".repeat(500)) + '.' + segments[2],
                segments[0] + '.' + Base64.getUrlEncoder().encodeToString(new byte[] {'{', '"', -1}) + '.')) {
            assertThat(status(bad)).as(bad).isEqualTo(401);
        }
    }

    private static int status(String token) {
        return SERVER.send(GET.token(token)).status();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(utf8(text));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
