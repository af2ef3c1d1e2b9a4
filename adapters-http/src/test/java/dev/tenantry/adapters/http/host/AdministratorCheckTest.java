package dev.tenantry.adapters.http.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.testkit.Fixtures;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The question for an administrator, as each product is asked it and as each answers. */
class AdministratorCheckTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final String ALICE = "557058:0b3f a/b&c=é";

    @ParameterizedTest
    @EnumSource(Product.class)
    void administratorIsToldFromAnybodyElse(Product product) {
        try (var site = new SiteStandIn(product, CLOCK)) {
            site.appoint(ALICE);

            assertThat(asks(site, ALICE)).isTrue();
            assertThat(asks(site, "557058:0b3f")).isFalse();
            assertThat(site.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JIRA       | {"globalPermissions":["ADMINISTER"]}                                           | true
            JIRA       | {"globalPermissions":["SYSTEM_ADMIN"]}                                         | false
            JIRA       | {"globalPermissions":["administer",5,null,["ADMINISTER"]]}                     | false
            JIRA       | {"projectPermissions":[{"permission":"ADMINISTER"}],"globalPermissions":[]}    | false
            CONFLUENCE | {"operations":[{"operation":"administer","targetType":"application"}]}         | true
            CONFLUENCE | {"operations":[{"operation":"administer","targetType":"space"}]}               | false
            CONFLUENCE | {"operations":[{"operation":"use","targetType":"application"}]}                | false
            CONFLUENCE | {"operations":["administer"]}                                                  | false
            BITBUCKET  | {"values":[{"permission":"owner","user":{"account_id":"alice"}}]}              | true
            BITBUCKET  | {"values":[{"permission":"owner","user":{"uuid":"alice"}}]}                    | true
            BITBUCKET  | {"values":[{"permission":"member","user":{"account_id":"alice"}}]}             | false
            BITBUCKET  | {"values":[{"permission":"owner","user":{"nickname":"alice"}}]}                | false
            """)
    void answerIsReadToTheLetter(Product product, String body, boolean administrator) {
        try (var site = new SiteStandIn(product, CLOCK)) {
            site.answer(request -> new Reply(200, body));

            assertThat(asks(site, "alice")).isEqualTo(administrator);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JIRA       | 200 | {}
            JIRA       | 200 | {"globalPermissions":"ADMINISTER"}
            JIRA       | 200 | ["ADMINISTER"]
            JIRA       | 200 | {"globalPermissions":["ADMINISTER"]} and more
            JIRA       | 200 | <html>
            JIRA       | 200 | ''
            JIRA       | 201 | {"globalPermissions":["ADMINISTER"]}
            JIRA       | 401 | {"globalPermissions":["ADMINISTER"]}
            JIRA       | 403 | {"globalPermissions":["ADMINISTER"]}
            JIRA       | 500 | {"globalPermissions":["ADMINISTER"]}
            CONFLUENCE | 200 | {"accountId":"alice"}
            CONFLUENCE | 404 | {"message":"no such user"}
            BITBUCKET  | 200 | {"values":{}}
            BITBUCKET  | 403 | {"type":"error"}
            """)
    void whatTellsNothingIsNoAnswer(Product product, int status, String body) {
        try (var site = new SiteStandIn(product, CLOCK)) {
            site.answer(request -> new Reply(status, body));

            assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> asks(site, "alice"));
        }
    }

    @Test
    void ownersOfAWorkspaceAreReadPageByPage() {
        try (var site = new SiteStandIn(Product.BITBUCKET, CLOCK)) {
            site.answer(request -> new Reply(
                    200,
                    request.target().endsWith("&page=3")
                            ? "{\"values\":[{\"permission\":\"owner\",\"user\":{\"account_id\":\"alice\"}}]}"
                            : "{\"values\":[],\"next\":\"https://elsewhere.example/\"}"));

            assertThat(asks(site, "alice")).isTrue();
            assertThat(site.requests()).hasSize(3);
        }
    }

    @Test
    void endlessOwnersAreNoAnswer() {
        try (var site = new SiteStandIn(Product.BITBUCKET, CLOCK)) {
            site.answer(request -> new Reply(200, "{\"values\":[],\"next\":\"more\"}"));

            assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> asks(site, "alice"));
            assertThat(site.requests()).hasSize(10);
        }
    }

    @Test
    void workspaceIsThePrincipalWhereTheClientKeyNamesNone() {
        try (var site = new SiteStandIn(Product.BITBUCKET, CLOCK)) {
            site.answer(request -> new Reply(200, "{\"values\":[]}"));
            var principal = new JsonText("{\"type\":\"team\",\"uuid\":\"{0-1}\"}");

            assertThat(asks(site, connection(site, Map.of("principal", principal)), "alice"))
                    .isFalse();
            assertThat(site.requests().get(0).target()).startsWith("/2.0/workspaces/%7B0-1%7D/permissions?");
            assertThatExceptionOfType(HostUnavailableException.class)
                    .isThrownBy(() -> asks(site, connection(site, Map.of()), "alice"));
        }
    }

    /** Older installations have a clientKey that names no workspace. */
    private static TenantRecord connection(SiteStandIn site, Map<String, JsonText> unknown) {
        var model = site.tenant("acme");
        var told = model.installation();
        var installation = new Installation(told.appKey(), told.productType(), told.baseUrl(), told.fields(), unknown);
        var record = Fixtures.with(installation, model);
        return new TenantRecord(
                new TenantId("connection:17"),
                record.installation(),
                record.secrets(),
                record.lifecycle(),
                Optional.empty(),
                Map.of());
    }

    private static boolean asks(SiteStandIn site, String accountId) {
        return asks(site, site.tenant("acme"), accountId);
    }

    private static boolean asks(SiteStandIn site, TenantRecord tenant, String accountId) {
        var app = site.app();
        var api = new SignedHostApi(app.product(), new HostClient(app, Duration.ofSeconds(20), CLOCK));
        return api.isAdministrator(tenant, accountId);
    }
}
