package dev.tenantry.domain.token;

import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.UserToken;
import java.util.Optional;

/**
 * A Forge Invocation Token as it was received, with what came beside it: parsed, and believed by nobody until it is
 * verified.
 *
 * @param token the claims that every token has, and the signature
 * @param icLabel the Isolated Cloud that it claims to come from; empty for the public cloud
 * @param invocation what it says about the call
 * @param systemToken what the app may call the host with; empty if the endpoint is not configured to get one
 * @param userToken what the app may call the host with as the user; empty if the endpoint is not configured to get one
 */
public record InvocationToken(
        Token token,
        Optional<String> icLabel,
        Invocation invocation,
        Optional<SystemToken> systemToken,
        Optional<UserToken> userToken) {

    /** A call with which nobody can be asked as its user. */
    public InvocationToken(
            Token token, Optional<String> icLabel, Invocation invocation, Optional<SystemToken> systemToken) {
        this(token, icLabel, invocation, systemToken, Optional.empty());
    }

    /** The {@code iss} of every invocation token. */
    public static final String ISSUER = "forge/invocation-token";
}
