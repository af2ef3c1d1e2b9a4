package dev.tenantry.adapters.http.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a schema, as a regular expression of Java, that looks at no more characters than it is allowed to.
 *
 * <p>A pattern with nested repetitions takes exponential time on a text that somebody thought up for it. So all patterns of
 * one check share a number of steps that grows with the value and no faster.
 */
record PatientPattern(Pattern pattern) implements RegularExpression {

    private static final long FREE_STEPS = 1_000_000;
    private static final long STEPS_PER_UNIT = 64;

    /** Those of the check that this thread makes; none while it reads a schema. */
    private static final ThreadLocal<@Nullable Steps> STEPS = new ThreadLocal<>();

    static PatientPattern compile(String regex) {
        return new PatientPattern(Pattern.compile(
                RegularExpressions.replaceLongformCharacterProperties(RegularExpressions.replaceDollarAnchors(regex))));
    }

    /**
     * Runs a check.
     *
     * @param units how long the value is, in UTF-16 units
     * @throws ImpatientException if its patterns take too long, or too much of the stack
     */
    static <T> T run(int units, Supplier<T> check) {
        STEPS.set(new Steps(FREE_STEPS + STEPS_PER_UNIT * units));
        try {
            return check.get();
        } catch (StackOverflowError tooDeep) {
            // Java keeps a frame for each turn of a repeated group.
            throw new ImpatientException();
        } finally {
            STEPS.remove();
        }
    }

    @Override
    public boolean matches(String value) {
        var steps = STEPS.get();
        return pattern.matcher(steps == null ? value : new Watched(value, steps))
                .find();
    }

    /** A check took more steps than it may. */
    static final class ImpatientException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** How many are left. */
    private static final class Steps {
        private long left;

        Steps(long left) {
            this.left = left;
        }

        void take() {
            if (left-- <= 0) {
                throw new ImpatientException();
            }
        }
    }

    /** A text that counts how often it is looked at. */
    private record Watched(CharSequence text, Steps steps) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.take();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text.subSequence(start, end), steps);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
