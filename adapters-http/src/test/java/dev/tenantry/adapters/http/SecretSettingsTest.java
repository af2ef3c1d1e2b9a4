package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.JsonText;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API of an app with a setting in which a password is kept. */
class SecretSettingsTest {

    private static final String STORED =
            "{\"url\":\"https://a.example\",\"login\":{\"user\":\"u\",\"password\":\"tell-nobody\"}}";
    private static final String SHOWN = STORED.replace("\"tell-nobody\"", "{\"$secret\":true}");

    /** A secret that is an object. */
    private static final String KEYS = "{\"keys\":{\"id\":\"i\",\"key\":\"k\"}}";

    @RegisterExtension
    static final Running SERVER = Running.declaring("mail", """
            {"type":"object","properties":{
              "url":{"type":"string"},
              "login":{"type":"object","properties":{
                "user":{"type":"string"},
                "password":{"type":"string","minLength":3,"secret":true}}},
              "keys":{"type":"object","secret":true}}}""");

    private final Site site = SERVER.installedSite();
    private String etag = "";

    @BeforeEach
    void put() {
        var answer = SERVER.send(site.put("mail", STORED));
        assertThat(answer.status()).isEqualTo(201);
        etag = answer.header("ETag").orElseThrow();
    }

    private String stored() {
        return SERVER.stored(site, "mail").orElseThrow();
    }

    @Test
    void secretLeavesInNoAnswer() {
        var shown = SERVER.send(site.get("mail"));
        assertThat(shown.body()).isEqualTo(SHOWN);
        assertThat(shown.header("ETag")).contains(etag);
        assertThat(SERVER.send(site.api("GET", "/api/settings")).body())
                .contains(",\"value\":" + SHOWN + "}")
                .contains(etag.replace("\"", "\\\""))
                .doesNotContain("tell-nobody");
        assertThat(SERVER.send(site.merge("mail", "{}")).body()).isEqualTo(SHOWN);
        assertThat(stored()).isEqualTo(STORED);
    }

    @Test
    void tagIsOneTagAndTellsNothing() {
        assertThat(etag).isNotEqualTo(new JsonText(STORED).etag().value());
        assertThat(SERVER.send(site.api("HEAD", "/api/settings/mail")).header("ETag"))
                .contains(etag);
        var known = SERVER.send(site.get("mail").header("If-None-Match", etag));
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("ETag")).contains(etag);
        var guessed = new JsonText(STORED).etag().value();
        assertThat(SERVER.send(site.get("mail").header("If-None-Match", guessed))
                        .status())
                .isEqualTo(200);
        assertThat(SERVER.send(site.put("mail", STORED).header("If-Match", guessed))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whatWasShownCanBeWrittenBack() {
        var changed = SHOWN.replace("\"u\"", "\"other\"");
        var answer = SERVER.send(site.put("mail", changed).header("If-Match", etag));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("ETag")).isNotEmpty().isNotEqualTo(Optional.of(etag));
        assertThat(stored()).isEqualTo(STORED.replace("\"u\"", "\"other\""));
        assertThat(SERVER.send(site.put("mail", changed).header("If-Match", etag))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void mergePatchWorksAroundTheSecret() {
        var answer = SERVER.send(
                site.merge("mail", "{\"login\":{\"user\":\"other\"}}").header("If-Match", etag));
        assertThat(answer.body()).isEqualTo(SHOWN.replace("\"u\"", "\"other\""));
        assertThat(SERVER.send(site.get("mail")).header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(stored()).isEqualTo(STORED.replace("\"u\"", "\"other\""));
    }

    @Test
    void secretCanBeReplacedAndRemoved() {
        assertThat(SERVER.send(site.merge("mail", "{\"login\":{\"password\":\"another\"}}"))
                        .body())
                .isEqualTo(SHOWN);
        assertThat(stored()).isEqualTo(STORED.replace("tell-nobody", "another"));
        SERVER.send(site.patch("mail", "[{\"op\":\"remove\",\"path\":\"/login/password\"}]"));
        assertThat(stored()).doesNotContain("password");
    }

    @Test
    void partOfASecretCannotBeReplaced() {
        SERVER.send(site.put("mail", KEYS));
        var merge = SERVER.send(site.merge("mail", "{\"keys\":{\"key\":\"new\"}}"));
        assertThat(merge.status()).isEqualTo(422);
        assertThat(merge.code()).isEqualTo("schema-violation");
        assertThat(merge.json().at("/violations/0/pointer").asText()).isEqualTo("/keys");
        var operation = "[{\"op\":\"add\",\"path\":\"/keys/key\",\"value\":\"new\"}]";
        assertThat(SERVER.send(site.patch("mail", operation)).status()).isEqualTo(422);
        assertThat(stored()).isEqualTo(KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"op\":\"test\",\"path\":\"/login/password\",\"value\":\"tell-nobody\"}",
                "{\"op\":\"test\",\"path\":\"/login/password\",\"value\":{\"$secret\":true}}",
                "{\"op\":\"test\",\"path\":\"/login\",\"value\":{}}",
                "{\"op\":\"test\",\"path\":\"\",\"value\":{}}",
                "{\"op\":\"test\",\"path\":\"/login/password/0\",\"value\":1}",
                "{\"op\":\"copy\",\"from\":\"/login/password\",\"path\":\"/url\"}",
                "{\"op\":\"copy\",\"from\":\"/login\",\"path\":\"/other\"}",
                "{\"op\":\"move\",\"from\":\"/login\",\"path\":\"/other\"}",
                "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/other\"}",
            })
    void patchThatReadsASecretIsRefused(String operation) {
        var answer = SERVER.send(site.patch("mail", '[' + operation + ']'));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("schema-violation");
        assertThat(answer.json().at("/violations/0/keyword").asText()).isEqualTo("secret");
        assertThat(answer.body()).doesNotContain("tell-nobody");
        assertThat(stored()).isEqualTo(STORED);
    }

    @Test
    void patchThatReadsBesideTheSecretApplies() {
        var operations = """
                [{"op":"test","path":"/login/user","value":"u"},
                 {"op":"move","from":"/url","path":"/login/user"},
                 {"op":"replace","path":"/login/password","value":{"$secret":true}}]""";
        assertThat(SERVER.send(site.patch("mail", operations)).status()).isEqualTo(200);
        assertThat(stored()).isEqualTo("{\"login\":{\"user\":\"https://a.example\",\"password\":\"tell-nobody\"}}");
    }

    @Test
    void secretThatIsNotStoredCannotBeKept() {
        var other = SERVER.installedSite();
        var answer = SERVER.send(other.put("mail", SHOWN));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/pointer").asText()).isEqualTo("/login/password");
        assertThat(SERVER.stored(other, "mail")).isEmpty();
    }

    @Test
    void problemWithASecretDoesNotQuoteIt() {
        var answer = SERVER.send(site.put("mail", "{\"login\":{\"password\":\"zq\"}}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/violations/0/pointer").asText()).isEqualTo("/login/password");
        assertThat(answer.body()).doesNotContain("zq");
    }

    @Test
    void storedTextThatIsNoJsonIsConcealedAsAWhole() {
        SERVER.store(site, "mail", "{\"login\":{\"password\":\"tell-nobody\"");
        var answer = SERVER.send(site.get("mail"));
        assertThat(answer.body()).isEqualTo("{\"$secret\":true}");
        assertThat(answer.header("Tenantry-Schema")).contains("violated");
        assertThat(SERVER.send(site.put("mail", STORED)).status()).isEqualTo(204);
    }

    @Test
    void deleteComparesWithTheTagThatIsShown() {
        var guessed = new JsonText(STORED).etag().value();
        var delete = site.api("DELETE", "/api/settings/mail");
        assertThat(SERVER.send(delete.header("If-Match", guessed)).status()).isEqualTo(412);
        assertThat(SERVER.send(delete.header("If-Match", etag)).status()).isEqualTo(204);
    }
}
