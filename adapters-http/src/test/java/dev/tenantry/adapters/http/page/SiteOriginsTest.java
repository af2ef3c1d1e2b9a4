package dev.tenantry.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteOriginsTest {

    private static Installation site(String baseUrl, Map<HostField, String> fields) {
        return new Installation("key", "jira", baseUrl, fields, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "https://One.atlassian.net/wiki, https://one.atlassian.net",
        "https://one.example:8443, https://one.example:8443",
        "http://127.0.0.1:9098, http://127.0.0.1:9098",
        "http://localhost, http://localhost"
    })
    void originIsSchemeHostAndPort(String url, String origin) {
        assertThat(SiteOrigins.of(site(url, Map.of()))).containsExactly(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "*",
                "https://*",
                "http://one.example",
                "ftp://one.example",
                "https://a;b",
                "https://a b",
                "//one"
            })
    void whatIsNoSafeOriginIsLeftOut(String url) {
        assertThat(SiteOrigins.of(site(url, Map.of()))).isEmpty();
    }

    @Test
    void displayUrlsCountOnce() {
        var fields = Map.of(
                HostField.DISPLAY_URL, "https://one.example/a",
                HostField.DISPLAY_URL_SERVICEDESK_HELP_CENTER, "https://help.example");

        assertThat(SiteOrigins.of(site("https://one.example", fields)))
                .containsExactly("https://one.example", "https://help.example");
    }
}
