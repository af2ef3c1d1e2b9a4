package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.token.Invocation;
import dev.tenantry.domain.token.SystemToken;
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
     * @throws HostUnavailableException if the host cannot be asked now. The call is then not served, and no tenant is
     *     begun that may turn out to be an old one, so what can never be asked must be answered with empty
     */
    Optional<TenantId> clientKeyOf(Invocation invocation, Optional<SystemToken> systemToken);
}
