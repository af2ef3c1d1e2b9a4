package dev.tenantry.adapters.http.patch;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in a document (RFC 6901).
 *
 * @param tokens without escapes; none for the whole document
 */
record Pointer(List<String> tokens) {

    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    static Pointer parse(String text) {
        boolean absolute = text.isEmpty() || text.startsWith("/");
        if (!absolute || BAD_ESCAPE.matcher(text).find()) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "A path of the JSON Patch is not a JSON Pointer.");
        }
        return new Pointer(Arrays.stream(text.split("/", -1))
                .skip(1)
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    boolean isWhole() {
        return tokens.isEmpty();
    }

    boolean isProperPrefixOf(Pointer other) {
        return tokens.size() < other.tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }

    /** Returns the tokens of the value that the place lies in; only for a place that is not the whole document. */
    List<String> parent() {
        return tokens.subList(0, tokens.size() - 1);
    }

    /** Returns what the place is called in its parent; only for a place that is not the whole document. */
    String last() {
        return tokens.get(tokens.size() - 1);
    }
}
