package dev.tenantry.adapters.http.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.http.client.ScriptedServer;
import dev.tenantry.adapters.http.client.ScriptedServer.Received;
import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import dev.tenantry.adapters.http.host.Sites;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgeSite;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.token.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeLinkEvidenceTest {

    private static final Optional<SystemToken> TOKEN = Optional.of(new SystemToken("tell-nobody"));
    private static final String JIRA = "https://api.atlassian.com/ex/jira/a1-b2";

    private final ScriptedServer api = new ScriptedServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private ForgeLinkEvidence evidence(Product product, Duration timeout) {
        return new ForgeLinkEvidence(Sites.app(product, "acme.example.com"), api.url(), timeout);
    }

    private ForgeLinkEvidence evidence(Product product) {
        return evidence(product, Duration.ofSeconds(20));
    }

    private static Invocation invocation(String apiBaseUrl, ForgeSite... sites) {
        var installation = new Alias("ari:cloud:ecosystem::installation/1");
        return new Invocation(installation, List.of(sites), "", apiBaseUrl, "4.0.0", Optional.empty());
    }

    private Optional<TenantId> ask() {
        return evidence(Product.JIRA).clientKeyOf(invocation(JIRA), TOKEN);
    }

    private void assertUnknown() {
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(this::ask)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("tell-nobody", "quoted"));
    }

    @ParameterizedTest
    @CsvSource({
        "JIRA,jira,value,/rest/atlassian-connect/1/addons/com.example.app/properties/connect_client_key_019cdff3-8bfb-71fe-9628-875b700aebb8",
        "CONFLUENCE,confluence,value,/wiki/rest/atlassian-connect/1/addons/com.example.app/properties/connect_client_key_019cdff3-8bfb-71fe-9628-875b700aebb8",
        "BITBUCKET,bitbucket,client_key,/2.0/addon/com.example.app/client-key",
        "BITBUCKET,bitbucket,clientKey,/2.0/addon/com.example.app/client-key"
    })
    void eachProductIsAskedAtItsOwnPlaceAsTheApp(Product product, String name, String member, String path) {
        api.answer(200, "{\"key\":\"some\",\"" + member + "\":\"acme\"}");
        var found = evidence(product).clientKeyOf(invocation("https://api.atlassian.com/ex/" + name + "/a1-b2"), TOKEN);

        assertThat(found).contains(new TenantId("acme"));
        assertThat(api.requests()).extracting(Received::method).containsExactly("GET");
        assertThat(api.requests()).extracting(Received::target).containsExactly("/ex/" + name + "/a1-b2" + path);
        assertThat(api.requests().get(0).header("Authorization")).contains("Bearer tell-nobody");
    }

    @Test
    void workspaceInBracesIsEscaped() {
        api.answer(200, "{\"client_key\":\"acme\"}");
        evidence(Product.BITBUCKET).clientKeyOf(invocation("https://api.atlassian.com/ex/bitbucket/{a1}"), TOKEN);
        assertThat(api.requests().get(0).target()).startsWith("/ex/bitbucket/%7Ba1%7D/2.0/");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void whatIsNotThereIsNoEvidence(int status) {
        api.answer(status, "{\"message\":\"quoted\"}");
        assertThat(ask()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 403, 429, 500, 503})
    void otherStatusesSayNothing(int status) {
        api.answer(status, "");
        assertUnknown();
    }

    @Test
    void redirectIsNotFollowed() {
        api.answer(request -> new Reply(302, Map.of("Location", api.url() + "/elsewhere"), ""));
        assertUnknown();
        assertThat(api.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quoted",
                "\"quoted\"",
                "[]",
                "{}",
                "{\"value\":1}",
                "{\"value\":null}",
                "{\"value\":\"\"}",
                "{\"value\":\"a\",\"value\":\"quoted\"}",
                "{\"value\":\"\\u0000\"}",
                "{\"clientKey\":\"quoted\"}"
            })
    void answerThatNamesNobodySaysNothing(String body) {
        api.answer(200, body);
        assertUnknown();
    }

    @Test
    void answerThatIsTooLongSaysNothing() {
        api.answer(200, "{\"value\":\"acme\",\"more\":\"" + "x".repeat(16 * 1024) + "\"}");
        assertUnknown();
    }

    @Test
    void answerThatNeverEndsIsGivenUp() {
        api.neverEnd("{\"value\":");
        var impatient = evidence(Product.JIRA, Duration.ofMillis(200));
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> impatient.clientKeyOf(invocation(JIRA), TOKEN));
    }

    @Test
    void nobodyIsAskedWithoutAToken() {
        assertThat(evidence(Product.JIRA).clientKeyOf(invocation(JIRA), Optional.empty()))
                .isEmpty();
        assertThat(api.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://api.stg.atlassian.com/ex/jira/a1-b2",
                "https://api.atlassian.com.example.com/ex/jira/a1-b2",
                "https://api.atlassian.com@example.com/ex/jira/a1-b2",
                "http://api.atlassian.com/ex/jira/a1-b2",
                "https://api.atlassian.com/ex/jira",
                "https://api.atlassian.com/ex/jira/a1-b2/..",
                "https://api.atlassian.com/ex/jira/a1-b2?x=y"
            })
    void tokenGoesNowhereElse(String apiBaseUrl) {
        var jira = new ForgeSite("jira", "a1-b2");
        assertThat(evidence(Product.JIRA).clientKeyOf(invocation(apiBaseUrl, jira), TOKEN))
                .isEmpty();
        assertThat(api.requests()).isEmpty();
    }

    @Test
    void installationThatSpansProductsIsAskedAboutInTheAppsOwn() {
        api.answer(200, "{\"value\":\"acme\"}");
        var confluence = new ForgeSite("confluence", "c3");
        var jira = new ForgeSite("jira", "a1");
        var call = invocation("https://api.atlassian.com/ex/confluence/c3", confluence, jira);

        assertThat(evidence(Product.JIRA).clientKeyOf(call, TOKEN)).contains(new TenantId("acme"));
        assertThat(api.requests().get(0).target()).startsWith("/ex/jira/a1/rest/");
        assertThat(evidence(Product.BITBUCKET).clientKeyOf(call, TOKEN)).isEmpty();
    }
}
