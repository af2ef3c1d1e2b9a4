package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.JsonText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the body of a callback may look like, and what becomes of it. */
class LifecycleBodiesTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.newSite();
    private final String body = site.body("installed");

    @Test
    void knownMembersAreTypedAndUnknownOnesKeepTheirText() {
        install(body.replace("{\"key\"", "{\"cloudId\":\"c\",\"pluginsVersion\":7,\"new\":{ \"a\" : 1.0 },\"key\""));

        var installation = SERVER.record(site).orElseThrow().installation();
        assertThat(installation.appKey()).isEqualTo(Site.APP_KEY);
        assertThat(installation.baseUrl()).isEqualTo("https://one.atlassian.net");
        assertThat(installation.field(HostField.CLOUD_ID)).contains("c");
        assertThat(installation.field(HostField.EVENT_TYPE)).contains("installed");
        assertThat(installation.unknown()).containsOnlyKeys("pluginsVersion", "new");
        assertThat(installation.unknown()).containsEntry("new", new JsonText("{ \"a\" : 1.0 }"));
    }

    @Test
    void namesOfPeopleAndTokensAreNotKept() {
        install(body.replace("{\"key\"", """
                {"accountId":"5b10","user":{"displayName":"Eve"},"jwt":"a.b.c","principal":\
                {"type":"user","uuid":"{1}","username":"eve","display_name":"Eve"},"key\""""));

        var unknown = SERVER.record(site).orElseThrow().installation().unknown();
        assertThat(unknown).containsOnly(Map.entry("principal", new JsonText("{\"type\":\"user\",\"uuid\":\"{1}\"}")));
    }

    @Test
    void principalThatIsNoObjectIsNotKept() {
        install(body.replace("{\"key\"", "{\"principal\":\"eve\",\"key\""));

        assertThat(SERVER.record(site).orElseThrow().installation().unknown()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientKey", "key", "baseUrl", "productType", "sharedSecret", "eventType"})
    void whatDecidesAnythingMustBeAString(String name) {
        for (var value : List.of("7", "[\"x\"]", "{}", "true", "\"\\ud800\"")) {
            var bent =
                    body.replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":" + value.replace("\\", "\\\\"));
            assertThat(SERVER.send(site.callback("installed", bent)).code())
                    .as(bent)
                    .isEqualTo("invalid-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"clientKey", "sharedSecret"})
    void whatIsNeededMustBeThere(String name) {
        for (var replacement : List.of("\"" + name + "\":null", "\"" + name + "\":\"\"", "\"other\":1")) {
            var bent = body.replaceFirst("\"" + name + "\":\"[^\"]*\"", replacement);
            assertThat(SERVER.send(site.callback("installed", bent)).code())
                    .as(bent)
                    .isEqualTo("invalid-request");
        }
    }

    @Test
    void onlyAnOauth2InstallNeedsNoSecret() {
        var bare = body.replaceFirst("\"sharedSecret\":\"[^\"]*\",", "");

        assertThat(SERVER.send(site.callback("installed", bare)).status()).isEqualTo(400);
        assertThat(SERVER.send(site.callback(
                                "installed", bare.replace("{\"key\"", "{\"authentication\":\"jwt\",\"key\"")))
                        .status())
                .isEqualTo(400);
        install(bare.replace("{\"key\"", "{\"authentication\":\"oauth2\",\"key\""));
        assertThat(SERVER.record(site).orElseThrow().secrets().current()).isEmpty();
    }

    @Test
    void eventTypeMustBeTheRoutes() {
        assertThat(SERVER.send(site.callback("installed", site.body("uninstalled")))
                        .code())
                .isEqualTo("invalid-request");
        install(body.replace(",\"eventType\":\"installed\"", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "1", "\"x\""})
    void bodyMustBeAnObject(String text) {
        assertThat(SERVER.send(site.callback("installed", text)).status()).isEqualTo(400);
    }

    @Test
    void duplicateNamesAreRefused() {
        var twice = body.replace("{\"key\"", "{\"clientKey\":\"tenant-of-somebody-else\",\"key\"");

        assertThat(SERVER.send(site.callback("installed", twice)).code()).isEqualTo("invalid-json");
    }

    @Test
    void invalidUtf8IsRefused() {
        var call = site.callback("installed", body);
        var latin1 = new Call(call.method(), call.target(), call.headers(), body.replace("one", "\u00e9ne"));

        assertThat(SERVER.send(latin1).code()).isEqualTo("invalid-json");
    }

    @Test
    void deeplyNestedBodyIsRefused() {
        var deep = body.replace("{\"key\"", "{\"x\":" + "[".repeat(64) + "]".repeat(64) + ",\"key\"");

        assertThat(SERVER.send(site.callback("installed", deep)).code()).isEqualTo("invalid-json");
        install(deep.replace("[[", "[").replace("]]", "]"));
    }

    @Test
    void oversizedBodyIsRefused() {
        var large = body.replace("{\"key\"", "{\"x\":\"" + "y".repeat(64 * 1024) + "\",\"key\"");

        assertThat(SERVER.send(site.callback("installed", large)).code()).isEqualTo("too-large");
    }

    @Test
    void otherMediaTypesAreRefused() {
        var call = Call.of("POST", "/installed").body("application/x-www-form-urlencoded", "key=a");

        assertThat(SERVER.send(call).code()).isEqualTo("unsupported-media-type");
    }

    @Test
    void clientKeyOfForgeIsForbidden() {
        var forge = new Site(SERVER.host(), SERVER.clock(), "ari:cloud:ecosystem::installation/1", "secret-of-nobody");

        assertThat(SERVER.send(forge.callback("installed")).code()).isEqualTo("forbidden");
    }

    @Test
    void clientKeyThatIsTooLongIsRefused() {
        var tooLong = new Site(SERVER.host(), SERVER.clock(), "x".repeat(256), "secret-of-nobody");

        assertThat(SERVER.send(tooLong.callback("installed")).code()).isEqualTo("invalid-request");
    }

    private void install(String text) {
        assertThat(SERVER.send(site.callback("installed", text)).status()).isEqualTo(204);
    }
}
