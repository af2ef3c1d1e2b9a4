package dev.tenantry.app.simulate;

import java.util.Optional;

/** Answers whether an account is an administrator, as the API of each host product does. */
final class HostPermissions {

    private HostPermissions() {}

    /**
     * Returns the body of the answer, or empty if the host does not tell.
     *
     * @param target path and query
     * @param body what came with it, or empty
     */
    static Optional<String> answer(String target, String body) {
        if ((target + body).contains(Account.UNKNOWN.id())) {
            return Optional.empty();
        }
        boolean admin = (target + body).contains(Account.ADMIN.id());
        if (target.startsWith("/rest/api/3/permissions/check")) {
            return Optional.of("{\"globalPermissions\":[%s]}".formatted(admin ? "\"ADMINISTER\"" : ""));
        }
        if (target.startsWith("/wiki/rest/api/user?")) {
            var operation = "{\"operation\":\"administer\",\"targetType\":\"application\"}";
            return Optional.of("{\"operations\":[%s]}".formatted(admin ? operation : ""));
        }
        return target.startsWith("/2.0/workspaces/") ? Optional.of(owners()) : Optional.empty();
    }

    /** Bitbucket lists all owners of a workspace, whoever is meant. */
    private static String owners() {
        return "{\"values\":[{\"permission\":\"owner\",\"user\":{\"account_id\":\"%s\"}}]}"
                .formatted(Account.ADMIN.id());
    }
}
