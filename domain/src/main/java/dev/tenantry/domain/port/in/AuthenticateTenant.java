package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.token.SignedRequest;
import java.util.Optional;

/**
 * Finds out which tenant a request speaks for.
 *
 * <p>Every method throws {@link UnauthenticatedException} if the token proves nothing, {@link StorageException} if the
 * storage, and {@link HostUnavailableException} if the host's key server is out of reach. Safe for use by many threads.
 */
public interface AuthenticateTenant {

    /** Authenticates a call of the settings API: by a token for this request, or for its page's context. */
    Access forApi(SignedRequest request);

    /** Authenticates a page or a webhook: by a token for this request only. */
    Visit forPage(SignedRequest request);

    /**
     * Authenticates {@code installed}: by the host's key, or on Bitbucket by the secret of the installation before.
     *
     * @param request empty if the call carries no token, which only Bitbucket's first may
     * @throws RejectedException if the body is about another tenant, app, product or an unknown site
     */
    Callback forInstalled(Optional<SignedRequest> request, CallbackFacts body);

    /**
     * Authenticates {@code uninstalled}, signed like {@code installed}; the body may leave out the site and the product.
     *
     * @throws RejectedException if the body is about another tenant, app or product
     */
    Callback forUninstalled(SignedRequest request, CallbackFacts body);

    /**
     * Authenticates {@code enabled} and {@code disabled}: by the tenant's secret.
     *
     * @throws RejectedException if the body is about another tenant, app or product
     */
    Callback forToggle(SignedRequest request, CallbackFacts body);

    /**
     * Authenticates a call about a migration to another region: by the tenant's secret, also while it is not live, because
     * its host goes on calling while the site is down and after the tenant has gone.
     */
    TenantId forMigration(SignedRequest request);
}
