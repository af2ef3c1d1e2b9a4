package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.token.Qsh;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app whose base URL has a path: its routes lie there, and its tokens do not know of it. */
class BasePathTest {

    private static final String BASE = "/apps/one";

    @RegisterExtension
    static final Running SERVER = new Running(
            new App(Site.APP_KEY, Product.JIRA, List.of(Site.BASE_URL + BASE + "/"), Product.JIRA.usualHosts(), false));

    private final Site site = SERVER.newSite();

    @Test
    void routesLieUnderThePath() {
        for (var path : List.of(BASE + "/", BASE + "/atlassian-connect.json")) {
            assertThat(SERVER.send(Call.of("GET", path)).status()).as(path).isEqualTo(200);
        }
        assertThat(SERVER.send(Call.of("OPTIONS", BASE + "/api/settings/x")).status())
                .isEqualTo(204);
    }

    @Test
    void nothingLiesBesideThePath() {
        for (var path : List.of("/", "/atlassian-connect.json", "/apps/oneatlassian-connect.json")) {
            assertThat(SERVER.send(Call.of("GET", path)).code()).as(path).isEqualTo("not-found");
        }
    }

    @Test
    void tokensAreRelativeToThePath() {
        assertThat(SERVER.send(install("/installed", Site.BASE_URL + BASE)).status())
                .isEqualTo(204);

        assertThat(SERVER.send(get("/api/settings/appSettings?x=%2F")).status()).isEqualTo(200);
        assertThat(SERVER.send(site.signed(Call.of("GET", BASE + "/api/settings")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void audienceWithoutThePathIsAnotherApp() {
        assertThat(SERVER.send(install("/installed", Site.BASE_URL)).status()).isEqualTo(401);
    }

    @Test
    void valuesAreNeverCompressedThereEither() {
        SERVER.send(install("/installed", Site.BASE_URL + BASE));
        SERVER.send(signed("PUT", "/api/settings/long").json('"' + "x".repeat(5000) + '"'));

        var answer = SERVER.send(get("/api/settings/long").header("Accept-Encoding", "gzip"));

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.body()).hasSize(5002);
    }

    private Call install(String path, String audience) {
        var claims = Tokens.claims(site.clientKey(), site.clock().instant(), qsh("POST", path));
        claims.put("aud", audience);
        return Call.of("POST", BASE + path)
                .json(site.body("installed"))
                .token(site.host().sign(claims));
    }

    private Call get(String target) {
        return signed("GET", target);
    }

    private Call signed(String method, String target) {
        var claims = Tokens.claims(site.clientKey(), site.clock().instant(), qsh(method, target));
        return Call.of(method, BASE + target).token(Tokens.hs256(claims, site.secret()));
    }

    private static String qsh(String method, String target) {
        return Qsh.of(method, target, "").orElseThrow();
    }
}
