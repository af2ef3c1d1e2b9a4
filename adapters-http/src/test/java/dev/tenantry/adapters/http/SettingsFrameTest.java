package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document at /settings: who gets it, where it may be shown, and what it says to everybody else. */
class SettingsFrameTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    private Answer open(String target) {
        return SERVER.send(site.frame(target));
    }

    private static List<String> policy(Answer page) {
        return Arrays.asList(page.header("Content-Security-Policy").orElse("").split("; "));
    }

    @Test
    void hostsFrameGetsThePage() {
        var page = open("/settings?xdm_e=https%3A%2F%2Fone.atlassian.net&loc=en-US");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .contains("<html lang=\"en\">", "<script src=\"" + TestServer.HOST_SCRIPT + "\"")
                .contains("Test &lt;app&gt; settings")
                .doesNotContain("{{");
    }

    @Test
    void theTokenMayStandInTheHeader() {
        assertThat(SERVER.send(site.api("GET", "/settings")).status()).isEqualTo(200);
    }

    @Test
    void definitionsTravelAsTheyAre() {
        assertThat(open("/settings").body())
                .contains("&quot;title&quot;:&quot;\\&quot;Greeting\\&quot; &lt;1&gt;&quot;")
                .contains("&quot;maxLength&quot;:12345678901234567890");
    }

    @Test
    void nothingIsInlineAndNothingIsKept() {
        var page = open("/settings");

        assertThat(policy(page))
                .contains("default-src 'none'", "script-src 'self' https://host.example.com", "style-src 'self'")
                .contains("connect-src 'self'", "base-uri 'none'", "form-action 'none'");
        assertThat(page.header("Content-Security-Policy").orElse("")).doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain("style=")
                .doesNotContain("<script>");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Referrer-Policy")).contains("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.header("X-Frame-Options")).isEmpty();
    }

    @Test
    void onlyTheSitesOwnOriginsMayFrameIt() {
        var body = site.body("installed")
                .replace(
                        "}",
                        ",\"displayUrl\":\"https://jira.example.com/x\",\"displayUrlServicedeskHelpCenter\":\"*\"}");
        assertThat(SERVER.send(site.callback("installed", body)).status()).isEqualTo(204);

        assertThat(policy(open("/settings")))
                .contains("frame-ancestors https://one.atlassian.net https://jira.example.com");
    }

    @ParameterizedTest
    @CsvSource({"de,de", "de-AT,de", "de_DE,de", "en-GB,en", "fr,en", "!,en", "'',en"})
    void theHostSaysWhichLanguage(String locale, String language) {
        assertThat(open("/settings?loc=" + locale).body()).contains("<html lang=\"" + language + "\">");
    }

    @Test
    void withoutATokenItExplainsItself() {
        assertRefused(SERVER.send(Call.of("GET", "/settings?loc=de")));
        assertThat(SERVER.send(Call.of("GET", "/settings?loc=de")).body())
                .contains("<html lang=\"de\"", "Konfigurieren");
    }

    @Test
    void tokensOfOtherRequestsOpenNothing() {
        var other = site.frame("/settings?page=1").target().replace("page=1", "page=2");
        assertRefused(SERVER.send(Call.of("GET", other)));
        assertRefused(SERVER.send(site.fromPage(Call.of("GET", "/settings"))));
        assertRefused(SERVER.send(Call.of("GET", "/settings?jwt=x")));
        assertRefused(SERVER.send(site.signed(site.frame("/settings"))));
    }

    @Test
    void aTokenInTheQueryOpensNoApi() {
        assertThat(SERVER.send(site.frame("/api/settings")).status()).isEqualTo(401);
    }

    private static void assertRefused(Answer page) {
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("WWW-Authenticate")).contains("JWT realm=\"" + Site.APP_KEY + "\"");
        assertThat(page.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(policy(page)).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(page.body()).doesNotContain("<script").doesNotContain("greeting");
    }

    @Test
    void filesAreKeptForEverUnderTheHashOfTheirContents() {
        var body = open("/settings").body();
        var path = body.substring(body.indexOf("/assets/"), body.indexOf("/tokens.css"));

        var style = SERVER.send(Call.of("GET", path + "/tokens.css"));
        assertThat(style.header("Content-Type")).contains("text/css;charset=utf-8");
        assertThat(style.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(SERVER.send(Call.of("GET", path + "/main.js")).header("Content-Type"))
                .contains("text/javascript;charset=utf-8");
        assertThat(SERVER.send(Call.of("GET", path + "/page.html")).status()).isEqualTo(404);
        assertThat(SERVER.send(Call.of("GET", "/assets/another/main.js")).header("Cache-Control"))
                .contains("no-store");
    }
}
