package dev.tenantry.adapters.http.json;

import java.math.BigDecimal;

/** A value without parts, as its exact text. */
public sealed interface JsonLeaf extends Json {

    /** Returns the exact text. */
    String text();

    @Override
    default int size() {
        return 0;
    }

    @Override
    default int depth() {
        return 0;
    }

    @Override
    default long length() {
        return text().length();
    }

    @Override
    default void appendTo(StringBuilder target) {
        target.append(text());
    }

    /**
     * A string.
     *
     * @param value without quotes and escapes
     * @param text with them
     */
    record Text(String value, String text) implements JsonLeaf {
        @Override
        public boolean isEqualTo(Json other) {
            return other instanceof Text that && value.equals(that.value);
        }
    }

    /**
     * A number.
     *
     * @param text any number of RFC 8259, section 6, however long
     */
    record Numeral(String text) implements JsonLeaf {

        /** Longer numerals are compared by their text: reading them would take quadratic time. */
        private static final int MAX_COMPARED = 1000;

        @Override
        public boolean isEqualTo(Json other) {
            return other instanceof Numeral that && (text.equals(that.text) || isNumericallyEqualTo(that));
        }

        private boolean isNumericallyEqualTo(Numeral that) {
            if (text.length() > MAX_COMPARED || that.text.length() > MAX_COMPARED) {
                return false;
            }
            try {
                return new BigDecimal(text).compareTo(new BigDecimal(that.text)) == 0;
            } catch (NumberFormatException exponentOutOfRange) {
                return false;
            }
        }
    }

    /**
     * One of the three words.
     *
     * @param text {@code true}, {@code false} or {@code null}
     */
    record Literal(String text) implements JsonLeaf {

        /** Returns whether this is {@code null}. */
        public boolean isNull() {
            return text.equals("null");
        }

        @Override
        public boolean isEqualTo(Json other) {
            return equals(other);
        }
    }
}
