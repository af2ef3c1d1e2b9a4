package dev.tenantry.domain.token;

import java.util.Optional;

/**
 * A request with the token that came with it.
 *
 * @param token as received
 * @param qsh the hash of the request line, as {@link Qsh#of} computes it; empty if the line cannot have been signed
 */
public record SignedRequest(Token token, Optional<String> qsh) {

    /** Returns whether the token is bound to just this request. */
    public boolean isForThisRequest() {
        return qsh.isPresent() && qsh.equals(token.claims().qsh());
    }

    /** Returns whether the token is for any request that a page makes on behalf of its user. */
    public boolean isForContext() {
        return token.claims().qsh().filter(Qsh.CONTEXT::equals).isPresent();
    }
}
