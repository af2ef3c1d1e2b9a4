package dev.tenantry.domain.model;

import java.util.Comparator;

/** The rules that every name from the outside obeys, whatever it names. */
final class Identifier {

    /** Longest name accepted, in UTF-16 units: the width of ACE's key columns. */
    static final int MAX_LENGTH = 255;

    /** Orders text by code points, as UTF-8 bytes do; {@link String#compareTo} would put U+FF00 after U+10000. */
    static final Comparator<String> CODE_POINT_ORDER = Identifier::compareCodePoints;

    private Identifier() {}

    /** Returns the value if it is a name, or throws with a sentence that names {@code what}. */
    static String require(String what, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(what + " must have 1 to " + MAX_LENGTH + " characters");
        }
        if (value.codePoints().anyMatch(Identifier::isForbidden)) {
            throw new IllegalArgumentException(what + " must not contain control characters or lone surrogates");
        }
        return value;
    }

    /** {@link String#codePoints} yields a surrogate only where it has no partner. */
    static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint) || isLoneSurrogate(codePoint);
    }

    private static int compareCodePoints(String left, String right) {
        var a = left.codePoints().iterator();
        var b = right.codePoints().iterator();
        while (a.hasNext() && b.hasNext()) {
            int order = Integer.compare(a.nextInt(), b.nextInt());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }
}
