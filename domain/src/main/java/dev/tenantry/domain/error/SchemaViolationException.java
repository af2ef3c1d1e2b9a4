package dev.tenantry.domain.error;

import static java.util.stream.Collectors.joining;

import dev.tenantry.domain.model.Violation;
import java.util.List;
import java.util.Optional;

/** A value, or a change of one, is not as the app declares it. */
public final class SchemaViolationException extends DomainException {

    private static final long serialVersionUID = 1L;

    private static final String DETAIL = "The value is not as the app declares it.";

    /** How many violations are told; one value may have as many as it has members. */
    private static final int MOST_TOLD = 100;

    /** How many go into the log. */
    private static final int MOST_LOGGED = 5;

    private final transient List<Violation> violations;

    /** @param violations at least one; those beyond the first hundred are not told */
    public SchemaViolationException(List<Violation> violations) {
        super(ErrorCode.SCHEMA_VIOLATION, DETAIL, DETAIL + ' ' + places(violations), Optional.empty());
        this.violations = violations.stream().limit(MOST_TOLD).toList();
    }

    private static String places(List<Violation> violations) {
        return violations.stream()
                .limit(MOST_LOGGED)
                .map(violation -> violation.keyword() + " at \"" + violation.pointer() + '"')
                .collect(joining(", "));
    }

    /** Returns what is wrong, and where. */
    public List<Violation> violations() {
        return violations;
    }
}
