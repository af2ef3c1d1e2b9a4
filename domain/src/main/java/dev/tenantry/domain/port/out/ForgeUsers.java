package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.token.Invocation;

/** What the host says of users who call through Forge. Safe for use by many threads. */
@FunctionalInterface
public interface ForgeUsers {

    /**
     * Returns whether the host calls an account an administrator: of the site in Jira and Confluence, of the workspace in
     * Bitbucket.
     *
     * @param call from where the user calls
     * @param accountId whom the call names
     * @param token came with the call
     * @throws HostUnavailableException if the host cannot be asked, is too slow or answers what tells nothing
     */
    boolean isAdministrator(Invocation call, String accountId, UserToken token);
}
