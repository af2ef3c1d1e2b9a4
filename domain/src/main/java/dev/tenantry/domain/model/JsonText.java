package dev.tenantry.domain.model;

import java.nio.charset.StandardCharsets;

/**
 * One JSON value that the domain carries and never reads, as the exact text that was put.
 *
 * <p>Every store hands back the same characters: key order, {@code 1.0}, integers of 23 digits, {@code "\}{@code u0000"},
 * outer blanks. Equal by characters. The adapter that took the text from the outside vouches that it is well-formed
 * (RFC 8259) and within the configured bounds of size and depth.
 *
 * @param text the value, not empty, without lone surrogates (they have no UTF-8 form)
 */
public record JsonText(String text) {

    /** @throws IllegalArgumentException if the text breaks the rules above */
    public JsonText {
        if (text.isEmpty() || text.codePoints().anyMatch(Identifier::isLoneSurrogate)) {
            throw new IllegalArgumentException("JSON text must not be empty or contain lone surrogates");
        }
    }

    /** Returns the text in UTF-8, the form that is measured, hashed and sent. */
    public byte[] utf8() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the strong validator of this text, the same on every backend. */
    public ETag etag() {
        return ETag.of(this);
    }

    /** Shows the size only: a setting may hold what no log should. */
    @Override
    public String toString() {
        return "JsonText[" + text.length() + " characters]";
    }
}
