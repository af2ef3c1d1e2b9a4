package dev.tenantry.adapters.http.auth;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.token.InvocationToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes Forge Invocation Tokens from {@code Authorization: Bearer …}, and what Forge sends beside them.
 *
 * <p>Source: Atlassian, "Forge Remote essentials". Safe for use by many threads.
 */
public final class InvocationTokens {

    /** Compared without regard to case (RFC 9110, section 11.1), as proxies may change it. */
    private static final String SCHEME = "Bearer ";

    private static final String SYSTEM_TOKEN = "x-forge-oauth-system";
    private static final String USER_TOKEN = "x-forge-oauth-user";

    /** What another request can carry as it is (RFC 6750, section 2.1, is narrower still). */
    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

    private InvocationTokens() {}

    /** Returns the token of a request. Throws {@link UnauthenticatedException} if there is none that can be read. */
    public static InvocationToken require(HttpServletRequest request) {
        var credentials = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (credentials.size() != 1 || !credentials.get(0).regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new UnauthenticatedException("the credentials are not one invocation token");
        }
        var parsed = TokenParser.parse(credentials.get(0).substring(SCHEME.length()));
        var invocation = InvocationParser.parse(parsed.payload());
        ClaimedTenant.note(request, invocation.installation().value());
        return new InvocationToken(
                parsed.token(),
                InvocationParser.icLabel(parsed.payload()),
                invocation,
                sendable(request, SYSTEM_TOKEN).map(SystemToken::new),
                sendable(request, USER_TOKEN).map(UserToken::new));
    }

    private static Optional<String> sendable(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header))
                .filter(text -> SENDABLE.matcher(text).matches());
    }
}
