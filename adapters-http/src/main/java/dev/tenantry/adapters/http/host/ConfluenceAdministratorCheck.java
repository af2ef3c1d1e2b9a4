package dev.tenantry.adapters.http.host;

import java.util.stream.StreamSupport;

/**
 * Asks what the user may do, and looks for {@code administer} on the application. It takes the scope {@code READ}.
 *
 * <p>Source: Atlassian, Confluence Cloud REST API v1, "Get user" with {@code expand=operations}; the target
 * {@code application} as atlassian-connect-express 11.5.3 has it for {@code authorizeConfluence}.
 */
final class ConfluenceAdministratorCheck implements AdministratorCheck {

    @Override
    public boolean confirms(HostQuestions host, String accountId) {
        var answer = host.ask(HostRequest.of("GET", "/rest/api/user")
                .with("accountId", accountId)
                .with("expand", "operations"));
        return StreamSupport.stream(host.array(answer, "operations").spliterator(), false)
                .anyMatch(allowed -> "administer"
                                .equals(allowed.path("operation").textValue())
                        && "application".equals(allowed.path("targetType").textValue()));
    }
}
