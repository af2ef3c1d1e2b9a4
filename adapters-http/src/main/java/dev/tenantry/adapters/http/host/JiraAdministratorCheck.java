package dev.tenantry.adapters.http.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenantry.domain.model.JsonText;
import java.util.stream.StreamSupport;

/**
 * Asks for the global permission {@code ADMINISTER}. An app may look up anybody's, with the scope {@code READ}.
 *
 * <p>Source: Atlassian, Jira Cloud REST API v3, "Get bulk permissions", which answers with those that are granted.
 */
final class JiraAdministratorCheck implements AdministratorCheck {

    private static final String PERMISSION = "ADMINISTER";

    @Override
    public boolean confirms(HostQuestions host, String accountId) {
        var question = JsonNodeFactory.instance.objectNode().put("accountId", accountId);
        question.putArray("globalPermissions").add(PERMISSION);
        var answer = host.ask(
                HostRequest.of("POST", "/rest/api/3/permissions/check").with(new JsonText(question.toString())));
        return StreamSupport.stream(host.array(answer, "globalPermissions").spliterator(), false)
                .anyMatch(granted -> PERMISSION.equals(granted.textValue()));
    }
}
