package dev.tenantry.domain.service;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.token.InvocationToken;
import dev.tenantry.domain.token.Token;

/**
 * Verifies Forge Invocation Tokens. Nothing in a token chooses what it is held against: algorithm, key set and cloud are
 * configured.
 *
 * <p>Source: Atlassian, "Forge Invocation Token contract" and "Verifying remote requests".
 */
final class InvocationRules {

    private final ForgeApp app;
    private final HostKeys keys;
    private final ClaimRules claimRules;

    /** @param keys of Forge, or of the Isolated Cloud that the app is configured for */
    InvocationRules(ForgeApp app, HostKeys keys, ClaimRules claimRules) {
        this.app = app;
        this.keys = keys;
        this.claimRules = claimRules;
    }

    /** Returns if Forge made the token for this app and now. All that can be checked without a key comes first. */
    void requireGenuine(InvocationToken invocation) {
        var token = invocation.token();
        require(token.algorithm().equals(Token.RS256), "the algorithm is not that of invocation tokens");
        require(token.claims().issuer().equals(InvocationToken.ISSUER), "the issuer is not Forge");
        require(token.claims().audience().contains(app.id()), "the audience is another app");
        require(invocation.icLabel().orElse("").equals(app.icLabel()), "the token is from another cloud");
        claimRules.requireTimes(token.claims());
        var kid = token.kid().orElseThrow(() -> new UnauthenticatedException("the token names no key"));
        var key =
                keys.find(kid).orElseThrow(() -> new UnauthenticatedException("Forge publishes no key " + kid.value()));
        require(token.isSignedWith(key), "Forge's key did not sign the token");
    }

    /** Returns the call that a genuine token makes about a tenant. */
    static Callback callback(TenantId tenant, InvocationToken invocation) {
        return new Callback(tenant, invocation.token().claims().issuedAt(), new Proof.ForgeKey());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnauthenticatedException(otherwise);
        }
    }
}
