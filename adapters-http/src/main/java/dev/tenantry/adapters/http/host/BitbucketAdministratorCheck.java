package dev.tenantry.adapters.http.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Looks for the account among the owners of the workspace, which is how Bitbucket calls its administrators. It takes the
 * scope {@code account}.
 *
 * <p>Source: Atlassian, Bitbucket Cloud REST API, "List user permissions in a workspace". It can be filtered by permission
 * and not by user, so all owners are read, a page at a time.
 *
 * @param workspace its uuid in braces; empty if no callback named it
 */
record BitbucketAdministratorCheck(Optional<String> workspace) implements AdministratorCheck {

    private static final int PAGE_LENGTH = 100;
    private static final int MAX_PAGES = 10;

    /** The clientKey that Bitbucket makes of the workspace and the app. */
    private static final Pattern CLIENT_KEY = Pattern.compile("ari:cloud:bitbucket::app/(\\{[0-9A-Za-z-]+})/.+");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public boolean confirms(HostQuestions host, String accountId) {
        var name = workspace.orElseThrow(() -> host.unclear("no workspace in its callbacks"));
        var path = "/2.0/workspaces/" + HostRequest.encoded(name) + "/permissions";
        for (int page = 1; page <= MAX_PAGES; page++) {
            var answer = host.ask(owners(path, page));
            if (StreamSupport.stream(host.array(answer, "values").spliterator(), false)
                    .anyMatch(member -> isOwner(member, accountId))) {
                return true;
            }
            if (answer.path("next").isMissingNode()) {
                return false;
            }
        }
        throw host.unclear("more owners than we read");
    }

    private static HostRequest owners(String path, int page) {
        return HostRequest.of("GET", path)
                .with("q", "permission=\"owner\"")
                .with("fields", "next,values.permission,values.user.account_id,values.user.uuid")
                .with("pagelen", Integer.toString(PAGE_LENGTH))
                .with("page", Integer.toString(page));
    }

    /** Bitbucket has two ids for a user, of different forms, and its documents do not say which one a token names. */
    private static boolean isOwner(JsonNode member, String accountId) {
        var user = member.path("user");
        return "owner".equals(member.path("permission").textValue())
                && (accountId.equals(user.path("account_id").textValue())
                        || accountId.equals(user.path("uuid").textValue()));
    }

    /** Returns the workspace of a tenant of Connect. */
    static Optional<String> workspace(TenantRecord tenant) {
        var clientKey = CLIENT_KEY.matcher(tenant.id().value());
        return clientKey.matches()
                ? Optional.of(clientKey.group(1))
                : Optional.ofNullable(tenant.installation().unknown().get("principal"))
                        .flatMap(BitbucketAdministratorCheck::uuid);
    }

    private static Optional<String> uuid(JsonText principal) {
        try {
            return Optional.ofNullable(
                    JSON.readTree(principal.text()).path("uuid").textValue());
        } catch (JsonProcessingException neverStoredSo) {
            return Optional.empty();
        }
    }
}
