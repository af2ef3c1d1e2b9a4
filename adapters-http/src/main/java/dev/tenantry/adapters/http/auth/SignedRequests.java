package dev.tenantry.adapters.http.auth;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.token.Qsh;
import dev.tenantry.domain.token.SignedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Optional;

/**
 * Takes the token from {@code Authorization: JWT …} and from nowhere else: a token in a URL ends in logs and referrers.
 *
 * <p>Safe for use by many threads.
 */
public final class SignedRequests {

    /** As hosts write it; the scheme's name is compared exactly, as ACE does. */
    private static final String SCHEME = "JWT ";

    private final String basePath;

    /** @param basePath the path of the app's base URL, to which the hash of the request line is relative */
    public SignedRequests(String basePath) {
        this.basePath = basePath;
    }

    /** Returns the request with its token. Throws {@link UnauthenticatedException} if there is none that can be read. */
    public SignedRequest require(HttpServletRequest request) {
        return find(request).orElseThrow(() -> new UnauthenticatedException("the request carries no token"));
    }

    /**
     * Returns the request with its token, or empty if it has no {@code Authorization} at all.
     *
     * @throws UnauthenticatedException if it has one that is not a token
     */
    public Optional<SignedRequest> find(HttpServletRequest request) {
        var credentials = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        if (credentials.size() > 1 || !credentials.get(0).startsWith(SCHEME)) {
            throw new UnauthenticatedException("the credentials are not one token");
        }
        var token =
                TokenParser.parse(credentials.get(0).substring(SCHEME.length())).token();
        ClaimedTenant.note(request, token.claims().issuer());
        return Optional.of(new SignedRequest(token, Qsh.of(request.getMethod(), target(request), basePath)));
    }

    /** Returns the path and query as they came over the wire, with every escape that the sender wrote. */
    private static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }
}
