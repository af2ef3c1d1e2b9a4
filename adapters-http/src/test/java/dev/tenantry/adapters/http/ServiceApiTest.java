package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of any tenant for the app's own backend: the settings API by another door. */
class ServiceApiTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();
    private final Backend backend = Backend.of(site);

    private static Answer send(Call call) {
        return SERVER.sendToAdmin(call);
    }

    @Test
    void aSettingIsPutGotChangedAndRemovedCharacterForCharacter() {
        var text = " { \"b\" : 1.0 }";

        var created = send(backend.put("key", text));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("ETag")).contains(etag(text));
        assertThat(send(backend.put("key", text)).status()).isEqualTo(204);
        var got = send(backend.get("key"));
        assertThat(got.body()).isEqualTo(text);
        assertThat(got.header("ETag")).contains(etag(text));
        assertThat(got.header("Content-Type")).contains("application/json");
        assertThat(got.header("Cache-Control")).contains("no-store");
        assertThat(SERVER.stored(site, "key")).contains(text);
        assertThat(send(backend.delete("key")).status()).isEqualTo(204);
        assertThat(send(backend.delete("key")).code()).isEqualTo("not-found");
    }

    @Test
    void theBackendWritesAlsoWhereUsersMayNot() {
        assertThat(send(backend.put("appSettings", "1")).status()).isEqualTo(204);
        assertThat(SERVER.send(site.get("appSettings")).body()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/merge-patch+json | {\"a\":null,\"c\":2}",
                "application/json-patch+json | [{\"op\":\"remove\",\"path\":\"/a\"},{\"op\":\"add\",\"path\":\"/c\",\"value\":2}]",
            })
    void bothPatchesKeepWhatTheyDoNotTouch(String type, String patch) {
        send(backend.put("key", "{\"a\":1,\"b\":1.0}"));

        var answer = send(backend.patch("key", type, patch));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"b\":1.0,\"c\":2}");
        assertThat(answer.header("ETag")).contains(etag(answer.body()));
    }

    @Test
    void conditionsHold() {
        send(backend.put("key", "1"));

        assertThat(send(backend.get("key").header("If-None-Match", etag("1"))).status())
                .isEqualTo(304);
        assertThat(send(backend.put("key", "2").header("If-Match", etag("0"))).code())
                .isEqualTo("precondition-failed");
        assertThat(send(backend.put("key", "2").header("If-None-Match", "*")).code())
                .isEqualTo("precondition-failed");
        assertThat(send(backend.delete("key").header("If-Match", etag("1"))).status())
                .isEqualTo(204);
    }

    @Test
    void allSettingsComeInPages() {
        send(backend.put("b", "1.0"));

        var first = send(new Call(
                "GET", backend.all().target() + "?limit=1", backend.all().headers(), ""));
        var second = send(new Call(
                "GET",
                backend.all().target() + "?after=appSettings",
                backend.all().headers(),
                ""));

        assertThat(first.json().get("next").asText()).isEqualTo("appSettings");
        assertThat(second.body())
                .isEqualTo("{\"settings\":[{\"key\":\"b\",\"etag\":" + quoted(etag("1.0")) + ",\"value\":1.0}]}");
    }

    @Test
    void headIsGetWithoutTheBody() {
        var answer = send(Backend.call("HEAD", backend.get("appSettings").target()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).contains("31");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void valuesAreNeverCompressed() {
        send(backend.put("long", '"' + "x".repeat(5000) + '"'));

        var answer = send(backend.get("long").header("Accept-Encoding", "gzip"));

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.body()).hasSize(5002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "100%", "a\\b", "a;b", "ключ 🔑"})
    void namesThatAPathMayNotCarryGoIntoTheQuery(String name) {
        var tenant = "ari:cloud:bitbucket::app/{x}/a;b%c d " + UUID.randomUUID();
        var other = new Site(site.host(), site.clock(), tenant, "secret-of-another-tenant");
        SERVER.send(other.callback("installed"));
        var inTheQuery = "/service/settings?tenant=" + Backend.encode(tenant) + "&key=" + Backend.encode(name);

        assertThat(send(Backend.call("PUT", inTheQuery).json("1")).status()).isEqualTo(201);

        assertThat(SERVER.stored(other, name)).contains("1");
        assertThat(send(Backend.call("GET", inTheQuery)).body()).isEqualTo("1");
        var keyInThePath = "/service/settings/appSettings?tenant=" + Backend.encode(tenant);
        assertThat(send(Backend.call("GET", keyInThePath)).status()).isEqualTo(200);
        var all = send(Backend.call("GET", "/service/settings?tenant=" + Backend.encode(tenant)));
        assertThat(all.json().get("settings")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "tenants", "service", "%C3%A9:%7Bx%7D"})
    void aTenantAndAKeyAreOneSegmentEachWhateverTheyAreCalled(String segment) {
        var name = segment.startsWith("%") ? "é:{x}" : segment;
        var other = new Site(site.host(), site.clock(), name, "secret-of-another-tenant");
        SERVER.send(other.callback("installed"));
        var target = "/service/tenants/" + segment + "/settings/" + segment;

        assertThat(send(Backend.call("PUT", target).json("1")).status()).isEqualTo(201);

        assertThat(SERVER.stored(other, name)).contains("1");
        var keyInTheQuery = "/service/tenants/" + segment + "/settings?key=" + segment;
        assertThat(send(Backend.call("GET", keyInTheQuery)).body()).isEqualTo("1");
    }

    private static String etag(String text) {
        return ETag.of(new JsonText(text)).value();
    }

    private static String quoted(String etag) {
        return '"' + etag.replace("\"", "\\\"") + '"';
    }
}
