package dev.tenantry.adapters.http.auth;

import dev.tenantry.domain.error.UnauthenticatedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.regex.Pattern;

/**
 * The bearer token (RFC 6750) by which the app's own backend shows that it is the backend. It never prints, and it compares
 * in constant time. Immutable.
 */
public final class ServiceToken {

    /** Enough that nobody guesses it if it is random. */
    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,1024}");

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    /** @throws IllegalArgumentException if the text has not 16 to 1024 characters of ASCII without spaces */
    public ServiceToken(String text) {
        if (!TOKEN.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "service.token must have 16 to 1024 characters, all of them visible ASCII without spaces");
        }
        this.expected = utf8(text);
    }

    /** Throws {@link UnauthenticatedException} unless {@code Authorization: Bearer …} carries this token. */
    public void require(HttpServletRequest request) {
        var credentials = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (credentials.size() != 1 || !isExpected(credentials.get(0))) {
            throw new UnauthenticatedException("the request does not carry the service token");
        }
    }

    /** The scheme's name is in any case (RFC 9110, section 11.1). */
    private boolean isExpected(String credentials) {
        return credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        expected, utf8(credentials.substring(SCHEME.length()).strip()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "ServiceToken[***]";
    }
}
