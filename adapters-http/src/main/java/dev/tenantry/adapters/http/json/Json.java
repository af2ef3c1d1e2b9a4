package dev.tenantry.adapters.http.json;

import dev.tenantry.domain.model.JsonText;

/**
 * A JSON value whose numbers and strings keep the text that they came with, and whose objects keep their order.
 * Immutable, so that values may share parts; size and depth are known without walking them.
 */
public sealed interface Json permits JsonParts, JsonLeaf {

    /** No length is reported as longer: parts that share parts can be longer than any number can tell. */
    long MAX_LENGTH = 1L << 40;

    /** Returns how many items or members lie here: 0 for a leaf. */
    int size();

    /** Returns how many arrays and objects lie within each other here: 0 for a leaf. */
    int depth();

    /**
     * Returns how long {@link #toText} is at least, in UTF-16 units, or {@link #MAX_LENGTH}: only escapes in names can make
     * it longer. It may be too long to be written.
     */
    long length();

    /** Returns whether the other value is equal by RFC 6902, section 4.6: numbers numerically, objects in any order. */
    boolean isEqualTo(Json other);

    /** Appends the compact form. */
    void appendTo(StringBuilder target);

    /** Returns the compact form: no blanks but those within strings. */
    default JsonText toText() {
        var text = new StringBuilder();
        appendTo(text);
        return new JsonText(text.toString());
    }
}
