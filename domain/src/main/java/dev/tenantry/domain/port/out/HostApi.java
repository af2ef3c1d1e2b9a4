package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.TenantRecord;

/**
 * The API of the host product, asked as the app, in the site of one tenant.
 *
 * <p>Every method takes the tenant's record as it is stored now, for the site's address and the secret that signs, and
 * throws {@link HostUnavailableException} if the host cannot be asked, is too slow or answers what tells nothing. Nothing
 * is remembered from call to call but how well the host answers. Safe for use by many threads.
 */
public interface HostApi {

    /**
     * Returns whether the host calls an account an administrator: of the site in Jira and Confluence, of the workspace in
     * Bitbucket.
     *
     * @param accountId the user's Atlassian account, as the host's token named it
     */
    boolean isAdministrator(TenantRecord tenant, String accountId);
}
