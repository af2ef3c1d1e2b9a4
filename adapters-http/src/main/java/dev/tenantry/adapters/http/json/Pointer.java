package dev.tenantry.adapters.http.json;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in a document (RFC 6901).
 *
 * @param tokens without escapes; none for the whole document
 */
public record Pointer(List<String> tokens) {

    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");

    /** Reads the text of a pointer, or throws {@code INVALID_REQUEST}. */
    public static Pointer parse(String text) {
        boolean absolute = text.isEmpty() || text.startsWith("/");
        if (!absolute || BAD_ESCAPE.matcher(text).find()) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "A path of the JSON Patch is not a JSON Pointer.");
        }
        return new Pointer(Arrays.stream(text.split("/", -1))
                .skip(1)
                .map(token -> token.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** Returns whether this is the whole document. */
    public boolean isWhole() {
        return tokens.isEmpty();
    }

    /** Returns whether the other place lies inside of this one. */
    public boolean isProperPrefixOf(Pointer other) {
        return tokens.size() < other.tokens.size()
                && other.tokens.subList(0, tokens.size()).equals(tokens);
    }

    /** Returns whether one of the two places is, or lies inside of, the other. */
    public boolean touches(Pointer other) {
        return equals(other) || isProperPrefixOf(other) || other.isProperPrefixOf(this);
    }

    /** Returns the tokens of the value that the place lies in; only for a place that is not the whole document. */
    public List<String> parent() {
        return tokens.subList(0, tokens.size() - 1);
    }

    /** Returns what the place is called in its parent; only for a place that is not the whole document. */
    public String last() {
        return tokens.get(tokens.size() - 1);
    }

    /** Returns the pointer's text, with escapes. */
    @Override
    public String toString() {
        return tokens.stream()
                .map(token -> '/' + token.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
