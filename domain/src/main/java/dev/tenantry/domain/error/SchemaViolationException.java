package dev.tenantry.domain.error;

import static java.util.stream.Collectors.joining;

import dev.tenantry.domain.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value, or a change of one, is not as the app declares it. */
public final class SchemaViolationException extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final String DETAIL = "The value is not as the app declares it.";

    /** How many violations are told; one value may have as many as it has members. */
    private static final int MOST_TOLD = 100;

    /** How many UTF-16 units they may take: each may name a place as long as the value. */
    private static final int MOST_UNITS = 64 * 1024;

    /** How many go into the log, and how much of each place. */
    private static final int MOST_LOGGED = 5;

    private static final int MOST_LOGGED_UNITS = 100;

    private final transient List<Violation> violations;

    /** @param violations at least one; of very many, or very long ones, only the first are told */
    public SchemaViolationException(List<Violation> violations) {
        super(ErrorCode.SCHEMA_VIOLATION, DETAIL, DETAIL + ' ' + places(violations), Optional.empty());
        this.violations = told(violations);
    }

    private static List<Violation> told(List<Violation> violations) {
        var told = new ArrayList<Violation>();
        int units = 0;
        for (var violation : violations) {
            units += violation.pointer().length() + violation.message().length();
            if (told.size() == MOST_TOLD || (units > MOST_UNITS && !told.isEmpty())) {
                break;
            }
            told.add(violation);
        }
        return List.copyOf(told);
    }

    private static String places(List<Violation> violations) {
        return violations.stream()
                .limit(MOST_LOGGED)
                .map(violation -> violation.keyword() + " at \"" + place(violation) + '"')
                .collect(joining(", "));
    }

    /** Callers choose the names in a pointer: none may begin a line of its own. */
    private static String place(Violation violation) {
        var pointer = violation.pointer();
        var beginning = pointer.substring(0, Math.min(MOST_LOGGED_UNITS, pointer.length()));
        return beginning.replaceAll("\\p{Cntrl}", "?");
    }

    /** Returns what is wrong, and where. */
    public List<Violation> violations() {
        return violations;
    }
}
