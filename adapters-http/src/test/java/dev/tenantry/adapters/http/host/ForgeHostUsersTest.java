package dev.tenantry.adapters.http.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.http.client.ScriptedServer;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.token.Invocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeHostUsersTest {

    private static final UserToken TOKEN = new UserToken("tell-nobody");
    private static final String JIRA = "https://api.atlassian.com/ex/jira/a1-b2";

    private final ScriptedServer api = new ScriptedServer();

    @AfterEach
    void stop() {
        api.close();
    }

    private boolean ask(Product product, String apiBaseUrl) {
        var installation = new Alias("ari:cloud:ecosystem::installation/1");
        var call = new Invocation(installation, List.of(), "", apiBaseUrl, "4.0.0", Optional.of("alice"));
        return new ForgeHostUsers(product, api.url(), Duration.ofSeconds(20)).isAdministrator(call, "alice", TOKEN);
    }

    private void assertUnknown(String apiBaseUrl) {
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> ask(Product.JIRA, apiBaseUrl))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("tell-nobody", "quoted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "JIRA | https://api.atlassian.com/ex/jira/a1 | POST | /ex/jira/a1/rest/api/3/permissions/check |"
                        + " {\"globalPermissions\":[\"ADMINISTER\"]}",
                "CONFLUENCE | https://api.atlassian.com/ex/confluence/a1 | GET | /ex/confluence/a1/wiki/rest/api/user |"
                        + " {\"operations\":[{\"operation\":\"administer\",\"targetType\":\"application\"}]}",
                "BITBUCKET | https://api.atlassian.com/ex/bitbucket/{a1} | GET |"
                        + " /ex/bitbucket/%7Ba1%7D/2.0/workspaces/%7Ba1%7D/permissions |"
                        + " {\"values\":[{\"permission\":\"owner\",\"user\":{\"account_id\":\"alice\"}}]}"
            })
    void eachProductIsAskedAboutTheAccountAsTheUser(
            Product product, String apiBaseUrl, String method, String path, String answer) {
        api.answer(200, answer);
        assertThat(ask(product, apiBaseUrl)).isTrue();
        var asked = api.requests().get(0);
        assertThat(asked.method()).isEqualTo(method);
        assertThat(asked.path()).isEqualTo(path);
        assertThat(asked.header("Authorization")).contains("Bearer tell-nobody");
    }

    @Test
    void accountIsTheOneThatForgeSigned() {
        api.answer(200, "{\"globalPermissions\":[]}");
        assertThat(ask(Product.JIRA, JIRA)).isFalse();
        assertThat(api.requests().get(0).body()).contains("\"accountId\":\"alice\"");
    }

    /** With a token of somebody else's, Jira refuses to tell. */
    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 403, 404, 429, 500, 503})
    void otherStatusesSayNothing(int status) {
        api.answer(status, "");
        assertUnknown(JIRA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example.com/ex/jira/a1", "https://api.atlassian.com/ex/confluence/a1"})
    void tokenGoesNowhereElse(String apiBaseUrl) {
        assertUnknown(apiBaseUrl);
        assertThat(api.requests()).isEmpty();
    }
}
