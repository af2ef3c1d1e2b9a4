package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.adapters.http.auth.ServiceToken;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API of the app's own backend refuses, and how it says so. */
class ServiceRefusalsTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();
    private final Backend backend = Backend.of(site);

    private static Answer send(Call call) {
        return SERVER.sendToAdmin(call);
    }

    private static String detail(Answer answer) {
        return answer.json().path("detail").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer token-of-the-backen",
                "Bearer token-of-the-backend2",
                "Bearer TOKEN-OF-THE-BACKEND",
                "Bearer ",
                "Bearer",
                "token-of-the-backend",
                "JWT token-of-the-backend",
                "Basic dG9rZW4tb2YtdGhlLWJhY2tlbmQ6",
            })
    void onlyTheTokenOpensTheDoor(String credentials) {
        var answer = send(Call.of("GET", backend.all().target()).header("Authorization", credentials));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer realm=\"com.example.app\"");
    }

    @Test
    void aCallWithoutCredentialsOrWithTwoOfThemIsRefusedWhateverItNames() {
        assertThat(send(Call.of("GET", backend.all().target())).code()).isEqualTo("unauthenticated");
        assertThat(send(Call.of("GET", "/service/settings")).code()).isEqualTo("unauthenticated");
        var two = backend.all().header("Authorization", "Bearer " + TestServer.TOKEN);
        assertThat(send(two).code()).isEqualTo("unauthenticated");
    }

    @Test
    void theSchemesNameIsInAnyCase() {
        var call = Call.of("GET", backend.all().target()).header("Authorization", "bearer " + TestServer.TOKEN);
        assertThat(send(call).status()).isEqualTo(200);
    }

    @Test
    void aTokenOfTheHostOpensNothingHereAndTheServicesNothingThere() {
        assertThat(send(site.api("GET", backend.all().target())).code()).isEqualTo("unauthenticated");
        assertThat(SERVER.send(Backend.call("GET", "/api/settings")).code()).isEqualTo("unauthenticated");
        assertThat(SERVER.send(backend.all()).code()).isEqualTo("not-found");
    }

    @Test
    void anUnknownTenantIsNotFound() {
        var answer = send(new Backend("nobody").all());

        assertThat(answer.code()).isEqualTo("not-found");
        assertThat(detail(answer)).isEqualTo("There is no such tenant.");
    }

    @Test
    void aTenantThatHasUninstalledIsNotFoundAndADisabledOneIs() {
        SERVER.send(site.callback("disabled"));
        assertThat(send(backend.all()).status()).isEqualTo(200);

        SERVER.send(site.callback("uninstalled"));
        var answer = send(backend.put("key", "1"));

        assertThat(answer.code()).isEqualTo("not-found");
        assertThat(detail(answer)).contains("not live");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET    | /service/settings                                  | invalid-request",
                "GET    | /service/settings?tenant=                          | invalid-request",
                "GET    | /service/settings?tenant=a&tenant=b                | invalid-request",
                "GET    | /service/tenants/a/settings?tenant=a               | invalid-request",
                "GET    | /service/tenants/a/settings/b?key=b                | invalid-request",
                "GET    | /service/tenants/%01/settings                      | invalid-request",
                "GET    | /service/tenants/%ED%A0%80/settings                | invalid-request",
                "GET    | /service/tenants/a%2Fb/settings                    | invalid-request",
                "GET    | /service/tenants/a/settings/a%2Fb                  | invalid-request",
                "GET    | /service/tenants/a/settings/a;b                    | invalid-request",
                "GET    | /service/tenants/a/settings/clientInfo             | invalid-request",
                "GET    | /service/tenants/a/settings?key=bearer:1           | invalid-request",
                "GET    | /service/tenants/a/settings?key=%zz                | invalid-request",
                "GET    | /service/tenants/a                                 | not-found",
                "GET    | /service/tenants/a/settings/b/c                    | not-found",
                "GET    | /service/tenants/a/settings/b/                     | not-found",
                "GET    | /service                                           | not-found",
                "GET    | /%73ervice/tenants/a/settings                      | not-found",
                "GET    | /nothing/here                                      | not-found",
                "POST   | /service/tenants/a/settings                        | method-not-allowed",
                "TRACE  | /service/tenants/a/settings                        | method-not-allowed",
            })
    void badRequestsAreProblems(String method, String target, String code) {
        var answer = send(Backend.call(method, target));

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void badBodiesAreTheSameProblemsAsInTheSettingsApi() {
        assertThat(send(backend.put("key", "{")).code()).isEqualTo("invalid-json");
        assertThat(send(backend.put("key", "{\"a\":1,\"a\":1}")).code()).isEqualTo("invalid-json");
        assertThat(send(backend.put("key", "")).code()).isEqualTo("invalid-request");
        assertThat(send(Backend.call("PUT", backend.get("key").target()).body("text/plain", "1"))
                        .code())
                .isEqualTo("unsupported-media-type");
        var patch = send(backend.patch("appSettings", "application/json", "{}"));
        assertThat(patch.code()).isEqualTo("unsupported-media-type");
        assertThat(patch.header("Accept-Patch")).isPresent();
        assertThat(send(backend.patch(
                                "appSettings", "application/json-patch+json", "[{\"op\":\"remove\",\"path\":\"/no\"}]"))
                        .code())
                .isEqualTo("conflict");
    }

    @Test
    void aBodyIsCountedWhileItIsRead() {
        var large = '"' + "x".repeat(TestServer.MAX_VALUE_BYTES) + '"';
        var chunked = "%x\r\n%s\r\n0\r\n\r\n".formatted(large.length(), large);
        var framed = new Call("PUT", backend.get("key").target(), backend.all().headers(), chunked)
                .header("Content-Type", "application/json")
                .header("Transfer-Encoding", "chunked");

        assertThat(send(backend.put("key", large)).code()).isEqualTo("too-large");
        assertThat(send(framed).code()).isEqualTo("too-large");
    }

    @Test
    void writesNeedTheNameOfOneSetting() {
        var answer = send(Backend.call("PUT", backend.all().target()).json("1"));

        assertThat(answer.code()).isEqualTo("method-not-allowed");
        assertThat(answer.header("Allow").orElse("").split(",\\s*", -1))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    }

    @Test
    void optionsNeedNoToken() {
        var one = send(Call.of("OPTIONS", "/service/tenants/a/settings/b"));
        var all = send(Call.of("OPTIONS", "/service/settings"));

        assertThat(one.status()).isEqualTo(204);
        assertThat(one.header("Allow")).contains("GET, HEAD, PUT, PATCH, DELETE, OPTIONS");
        assertThat(one.header("Accept-Patch")).contains("application/merge-patch+json, application/json-patch+json");
        assertThat(all.header("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void aTenantThatUninstallsInTheMiddleOfACallIsNotFound() {
        var clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));
        var storage = new InMemoryStorage();
        var ending = new InterceptedStorage(storage, call -> {
            throw new UnauthenticatedException("the incarnation is gone");
        });
        var cases = TestServer.useCases(Site.jiraApp(), storage, site.host(), clock);
        var fenced = TestServer.useCases(Site.jiraApp(), ending, site.host(), clock);
        var mixed = new UseCases(
                cases.tenants(),
                cases.lifecycle(),
                fenced.settings(),
                Optional.empty(),
                cases.residency(),
                cases.backend());
        try (var server = new TestServer(Site.jiraApp(), storage, mixed, (environment, useCases) -> {})) {
            server.send(new Site(site.host(), clock, site.clientKey(), site.secret()).callback("installed"));

            var answer = server.sendToAdmin(backend.get("appSettings"));

            assertThat(answer.code()).isEqualTo("not-found");
            assertThat(detail(answer)).isEqualTo("The tenant has uninstalled the app just now.");
        }
    }

    @Test
    void whatTheOperatorHasOnThatPortStaysThere() {
        assertThat(send(Call.of("GET", "/healthcheck")).header("Content-Type")).contains("application/json");
        assertThat(send(Call.of("GET", "/metrics")).status()).isEqualTo(200);
        assertThat(send(Call.of("GET", "/ping")).body()).contains("pong");
        assertThat(send(Call.of("POST", "/tasks/gc")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fifteen-letters", "sixteen or more with spaces", "sixteen-öder-mehr"})
    void aTokenThatIsTooShortOrThatNoHeaderCanCarryIsRefusedWithoutBeingQuoted(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceToken(text))
                .withMessage("service.token must have 16 to 1024 characters, all of them visible ASCII without spaces");
    }

    @Test
    void theTokenNeverPrints() {
        assertThat(new ServiceToken(TestServer.TOKEN)).hasToString("ServiceToken[***]");
    }
}
