package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.token.Invocation;
import java.util.Optional;

/**
 * What the host itself says about which Connect tenant a Forge installation was before: the reserved app property of Jira
 * and Confluence, Bitbucket's client-key endpoint.
 *
 * <p>Safe for use by many threads.
 */
@FunctionalInterface
public interface LinkEvidence {

    /** Knows nothing: for an app that never was a Connect app, or whose links others capture. */
    LinkEvidence NONE = (invocation, systemToken) -> Optional.empty();

    /**
     * Returns the clientKey that the host names, or empty if it knows none. Whether there is such a tenant is for the
     * caller to find out.
     *
     * @param systemToken to ask with; empty if the call brought none
     * @throws HostUnavailableException if the host does not say now, and may later. An event that Forge repeats is then
     *     refused rather than begin a tenant that may turn out to be an old one; nobody else waits for the answer
     */
    Optional<TenantId> clientKeyOf(Invocation invocation, Optional<SystemToken> systemToken);
}
