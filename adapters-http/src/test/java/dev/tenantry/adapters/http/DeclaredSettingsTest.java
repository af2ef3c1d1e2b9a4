package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The API of an app that declares its settings. */
class DeclaredSettingsTest {

    private static final String VIOLATED = "Tenantry-Schema";

    @RegisterExtension
    static final Running SERVER = Running.declaring("mail", """
            {"type":"object","properties":{
              "server":{"type":"string","minLength":1},
              "port":{"type":"integer","maximum":65535}},
             "required":["server"]}""");

    private final Site site = SERVER.installedSite();

    @Test
    void valueThatFitsIsStoredAsItCame() {
        var value = "{ \"server\": \"mx\", \"port\": 25.0 }";
        assertThat(SERVER.send(site.put("mail", value)).status()).isEqualTo(201);
        var answer = SERVER.send(site.get("mail"));
        assertThat(answer.body()).isEqualTo(value);
        assertThat(answer.header(VIOLATED)).isEmpty();
    }

    @Test
    void valueThatDoesNotFitIsAProblemThatNamesEachPlaceAndRule() {
        var answer = SERVER.send(site.put("mail", "{\"server\":\"\",\"port\":1.5}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("schema-violation");
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/server", "/port");
        assertThat(answer.json().path("violations").findValuesAsText("keyword"))
                .containsExactlyInAnyOrder("minLength", "type");
        assertThat(answer.json().path("violations").path(0).path("message").asText())
                .isNotEmpty();
        assertThat(SERVER.stored(site, "mail")).isEmpty();
    }

    @Test
    void patchThatWouldNotFitChangesNothing() {
        SERVER.send(site.put("mail", "{\"server\":\"mx\"}"));
        assertThat(SERVER.send(site.merge("mail", "{\"port\":70000}")).code()).isEqualTo("schema-violation");
        assertThat(SERVER.send(site.patch("mail", "[{\"op\":\"remove\",\"path\":\"/server\"}]"))
                        .code())
                .isEqualTo("schema-violation");
        assertThat(SERVER.stored(site, "mail")).contains("{\"server\":\"mx\"}");
    }

    @Test
    void valueThatDoesNotFitAnyMoreIsServedAndFlagged() {
        SERVER.store(site, "mail", "[1.0]");
        var answer = SERVER.send(site.get("mail"));
        assertThat(answer.body()).isEqualTo("[1.0]");
        assertThat(answer.header(VIOLATED)).contains("violated");
        assertThat(SERVER.send(site.api("HEAD", "/api/settings/mail")).header(VIOLATED))
                .contains("violated");
        assertThat(SERVER.send(site.api("GET", "/api/settings")).body()).contains("\"valid\":false,\"value\":[1.0]}");
    }

    @Test
    void listDoesNotSpeakOfWhatFits() {
        SERVER.send(site.put("mail", "{\"server\":\"mx\"}"));
        assertThat(SERVER.send(site.api("GET", "/api/settings")).body()).doesNotContain("valid");
    }

    @Test
    void numberAsLongAsABodyMayBeIsRefusedAtOnce() {
        var number = "1".repeat(TestServer.MAX_VALUE_BYTES - 100);
        var answer = SERVER.send(site.put("mail", "{\"server\":\"mx\",\"more\":" + number + "}"));
        assertThat(answer.code()).isEqualTo("schema-violation");
        assertThat(answer.json().at("/violations/0/pointer").asText()).isEqualTo("/more");
    }

    @Test
    void undeclaredSettingIsNotWritten() {
        assertThat(SERVER.send(site.put("other", "1")).code()).isEqualTo("forbidden");
        SERVER.store(site, "other", "1");
        assertThat(SERVER.send(site.get("other")).body()).isEqualTo("1");
        assertThat(SERVER.send(site.api("DELETE", "/api/settings/other")).status())
                .isEqualTo(204);
    }
}
