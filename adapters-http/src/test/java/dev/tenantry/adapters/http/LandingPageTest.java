package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LandingPageTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Answer page = SERVER.send(Call.of("GET", "/").header("Accept", "text/html,*/*;q=0.8"));

    @Test
    void pageSaysWhatThisIsAndHowItIs() {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html;charset=utf-8");
        assertThat(page.body())
                .contains(Site.APP_KEY, "Healthy", "href=\"" + Site.BASE_URL + "/atlassian-connect.json\"");
    }

    @Test
    void namesAreEscaped() {
        assertThat(page.body())
                .contains("Test &lt;app&gt;")
                .doesNotContain("<app>")
                .doesNotContain("{{");
    }

    @Test
    void policyAdmitsOurStyleSheetsAndNothingElse() {
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'self';")
                .endsWith("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<script")
                .doesNotContain("style=")
                .doesNotContain("src=");
    }
}
