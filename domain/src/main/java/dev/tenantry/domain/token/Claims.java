package dev.tenantry.domain.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The claims of a token that decide anything (RFC 7519, section 4.1). Nothing here is verified yet.
 *
 * @param issuer {@code iss}, a string: the clientKey of the tenant
 * @param audience {@code aud}, one string or several; empty if there is none
 * @param issuedAt {@code iat}, by the host's clock
 * @param expiresAt {@code exp}, by the host's clock
 * @param notBefore {@code nbf}, or empty
 * @param qsh Atlassian's query string hash, or {@value Qsh#CONTEXT}, or empty
 * @param accountId the user's Atlassian account, or empty if nobody is named
 */
public record Claims(
        String issuer,
        List<String> audience,
        Instant issuedAt,
        Instant expiresAt,
        Optional<Instant> notBefore,
        Optional<String> qsh,
        Optional<String> accountId) {

    public Claims {
        audience = List.copyOf(audience);
    }
}
