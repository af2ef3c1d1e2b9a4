package dev.tenantry.domain.token;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Atlassian's query string hash: the claim that binds a token to one request line.
 *
 * <p>Source: Atlassian, "Understanding JWT for Connect apps"; where published implementations differ, this one does as
 * Atlassian's Java library does, because the host is written with it.
 */
public final class Qsh {

    /** What a token carries instead of a hash if it is for any request that a page makes while a user looks at it. */
    public static final String CONTEXT = "context-qsh";

    private static final String TOKEN_PARAMETER = "jwt";

    private Qsh() {}

    /**
     * Returns the hash of a request line in lower-case hex, or empty if the query is not properly percent-encoded.
     *
     * @param method the HTTP method
     * @param target the request target as received: path, and query behind a {@code ?} if there is one
     * @param basePath the path of the app's base URL, which is not part of what the host signs; empty or {@code /} if the
     *     app lives at the root
     */
    public static Optional<String> of(String method, String target, String basePath) {
        try {
            return Optional.of(sha256(canonical(method, target, basePath)));
        } catch (IllegalArgumentException malformedPercentEncoding) {
            return Optional.empty();
        }
    }

    static String canonical(String method, String target, String basePath) {
        int mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 ? "" : target.substring(mark + 1);
        return capitalized(method) + '&' + canonicalPath(path, basePath) + '&' + canonicalQuery(query);
    }

    /** Methods are case-sensitive (RFC 9110, section 9.1) and upper-case; for any other, this is what the host does. */
    private static String capitalized(String method) {
        return method.isEmpty() ? method : Character.toUpperCase(method.charAt(0)) + method.substring(1);
    }

    private static String canonicalPath(String path, String basePath) {
        var base = withoutTrailingSlashes(basePath);
        var relative = withoutTrailingSlashes(path.startsWith(base) ? path.substring(base.length()) : path);
        var absolute = relative.startsWith("/") ? relative : '/' + relative;
        return absolute.replace("&", "%26");
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String canonicalQuery(String query) {
        var valuesByName = new TreeMap<String, List<String>>();
        for (var parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            var name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            if (!parameter.isEmpty() && !name.equals(TOKEN_PARAMETER)) {
                var value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
                valuesByName
                        .computeIfAbsent(encoded(name), absent -> new ArrayList<>())
                        .add(value);
            }
        }
        return valuesByName.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + joined(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String joined(List<String> values) {
        Collections.sort(values);
        return values.stream().map(Qsh::encoded).collect(Collectors.joining(","));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** RFC 3986, section 2.3: unreserved characters stay, all others are escaped; the JDK encodes forms instead. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
