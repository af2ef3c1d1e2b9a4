package dev.tenantry.domain.error;

import java.util.Optional;

/**
 * The caller did not prove which tenant it speaks for, or that tenant is not live.
 *
 * <p>All callers see the same sentence, so that nobody can probe for tenants or for the check that failed; the reason is
 * for the log and holds no part of a token.
 */
public final class UnauthenticatedException extends DomainException {

    private static final long serialVersionUID = 1L;

    /** @param reason which check failed, for the log */
    public UnauthenticatedException(String reason) {
        super(
                ErrorCode.UNAUTHENTICATED,
                "The request carries no token that is valid for it.",
                reason,
                Optional.empty());
    }
}
