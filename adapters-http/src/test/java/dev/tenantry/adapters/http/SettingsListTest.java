package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsListTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @Test
    void listHoldsExactTextsAndTheirTags() {
        SERVER.send(site.put("b%22c", "{ \"z\": 1.0, \"a\": 1e3 }"));

        var answer = SERVER.send(site.api("GET", "/api/settings"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"settings\":[{\"key\":\"appSettings\",\"etag\":\"\\\"")
                .contains("{\"key\":\"b\\\"c\",")
                .contains("\"value\":{ \"z\": 1.0, \"a\": 1e3 }}]}")
                .doesNotContain("next");
        assertThat(answer.json().at("/settings/1/etag").asText())
                .isEqualTo(SERVER.send(site.get("b%22c")).header("ETag").orElseThrow());
    }

    @Test
    void pagesFollowEachOtherInTheOrderOfCodePoints() {
        SERVER.send(site.api("DELETE", "/api/settings/appSettings"));
        for (var key : List.of("b", "%F0%9F%94%91", "a", "B", "%EF%BC%80")) {
            SERVER.send(site.put(key, "1"));
        }

        var keys = new ArrayList<String>();
        var next = "";
        do {
            var page =
                    SERVER.send(site.api("GET", "/api/settings?limit=2" + next)).json();
            page.get("settings").forEach(setting -> keys.add(setting.get("key").asText()));
            next = page.has("next") ? "&after=" + encoded(page.get("next")) : "";
        } while (!next.isEmpty());

        assertThat(keys).containsExactly("B", "a", "b", "\uFF00", "\uD83D\uDD11");
    }

    @Test
    void aFullLastPageNamesNoNextOne() {
        SERVER.send(site.put("b", "1"));

        assertThat(SERVER.send(site.api("GET", "/api/settings?limit=2")).json().has("next"))
                .isFalse();
        assertThat(SERVER.send(site.api("GET", "/api/settings?limit=1"))
                        .json()
                        .get("next")
                        .asText())
                .isEqualTo("appSettings");
    }

    @Test
    void listOfNothingIsEmpty() {
        SERVER.send(site.api("DELETE", "/api/settings/appSettings"));

        assertThat(SERVER.send(site.api("GET", "/api/settings")).body()).isEqualTo("{\"settings\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=1", "limit=1000", "limit=0100", "after=zzz", "unknown=1"})
    void goodQueriesAreServed(String query) {
        assertThat(SERVER.send(site.api("GET", "/api/settings?" + query)).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=1001",
                "limit=-1",
                "limit=x",
                "limit=",
                "limit=1&limit=2",
                "limit=99999999999",
                "limit=%D9%A1",
                "after=",
                "after=clientInfo",
                "after=%FF",
            })
    void badQueriesAreRefused(String query) {
        assertThat(SERVER.send(site.api("GET", "/api/settings?" + query)).code())
                .isEqualTo("invalid-request");
    }

    private static String encoded(JsonNode key) {
        return java.net.URLEncoder.encode(key.asText(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
