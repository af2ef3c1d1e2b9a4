package dev.tenantry.adapters.http.auth;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.token.Qsh;
import dev.tenantry.domain.token.SignedRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Optional;

/**
 * Takes the token from {@code Authorization: JWT …}: one in a URL ends in logs and referrers. Only for what a host's frame
 * opens it may stand there, because a frame sends no header.
 *
 * <p>Safe for use by many threads.
 */
public final class SignedRequests {

    /** As hosts write it; the scheme's name is compared exactly, as ACE does. */
    private static final String SCHEME = "JWT ";

    private static final String PARAMETER = "jwt";

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
        return Optional.of(signed(request, credentials.get(0).substring(SCHEME.length())));
    }

    /** Returns the request for a page with its token, which stands in the header or in the parameter {@code jwt}, not in both. */
    public SignedRequest requireOfPage(HttpServletRequest request) {
        var inQuery = Optional.ofNullable(request.getParameterValues(PARAMETER));
        if (inQuery.isEmpty()) {
            return require(request);
        }
        if (inQuery.get().length > 1 || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            throw new UnauthenticatedException("the request carries more than one token");
        }
        return signed(request, inQuery.get()[0]);
    }

    private SignedRequest signed(HttpServletRequest request, String text) {
        var token = TokenParser.parse(text).token();
        ClaimedTenant.note(request, token.claims().issuer());
        return new SignedRequest(token, Qsh.of(request.getMethod(), target(request), basePath));
    }

    /** Returns the path and query as they came over the wire, with every escape that the sender wrote. */
    private static String target(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + '?' + query;
    }
}
