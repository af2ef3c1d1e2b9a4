package dev.tenantry.app.config;

import dev.tenantry.adapters.http.auth.ServiceToken;
import java.util.Optional;

/**
 * The {@code service} block of config.yml.
 *
 * @param token what the app's own backend shows on the admin port, 16 to 1024 visible characters of ASCII; empty or absent
 *     turns its API off
 */
public record ServiceBlock(String token) {

    /** Jackson passes null for an absent key. A token that is no good fails here, without being quoted. */
    public ServiceBlock {
        token = token == null ? "" : token;
        if (!token.isEmpty()) {
            new ServiceToken(token);
        }
    }

    static ServiceBlock off() {
        return new ServiceBlock("");
    }

    /** Returns the token, or empty if the backend's API is off. */
    public Optional<ServiceToken> toToken() {
        return token.isEmpty() ? Optional.empty() : Optional.of(new ServiceToken(token));
    }

    /** Does not show the token. */
    @Override
    public String toString() {
        return "ServiceBlock[" + (token.isEmpty() ? "off" : "***") + ']';
    }
}
