package dev.tenantry.adapters.http.json;

/** Text as a JSON string (RFC 8259, section 7). */
public final class Quoted {

    private Quoted() {}

    /** Returns the text with quotes and escapes; lone surrogates, which UTF-8 cannot carry, are escaped as well. */
    public static String of(String text) {
        var quoted = new StringBuilder(text.length() + 2).append('"');
        text.codePoints().forEach(codePoint -> append(quoted, codePoint));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int codePoint) {
        if (codePoint == '"' || codePoint == '\\') {
            quoted.append('\\').append((char) codePoint);
        } else if (codePoint < ' ' || Character.getType(codePoint) == Character.SURROGATE) {
            quoted.append(String.format("\\u%04x", codePoint));
        } else {
            quoted.appendCodePoint(codePoint);
        }
    }
}
