package dev.tenantry.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Violation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaViolationExceptionTest {

    private static final Violation VIOLATION = new Violation("/a/b", "type", "must be a number");

    @Test
    void logIsToldThePlacesAndNotTheWords() {
        var refusal = new SchemaViolationException(List.of(VIOLATION));
        assertThat(refusal).hasMessage("The value is not as the app declares it. type at \"/a/b\"");
        assertThat(refusal.detail()).isEqualTo("The value is not as the app declares it.");
        assertThat(refusal.code()).isEqualTo(ErrorCode.SCHEMA_VIOLATION);
    }

    @Test
    void placeCannotForgeALineOfTheLog() {
        var forged = new Violation("/a\nINFO all is well" + "a".repeat(1000), "type", "must be a number");
        assertThat(new SchemaViolationException(List.of(forged)).getMessage())
                .contains("/a?INFO")
                .hasSizeLessThan(200);
    }

    @Test
    void callerIsToldNoMoreThanIsUseful() {
        var huge = new Violation("/" + "a".repeat(50_000), "type", "must be a number");
        assertThat(new SchemaViolationException(Collections.nCopies(9, huge)).violations())
                .hasSize(1);
    }

    @Test
    void callerIsToldAHundredViolationsAtMost() {
        var refusal = new SchemaViolationException(Collections.nCopies(101, VIOLATION));
        assertThat(refusal.violations()).hasSize(100);
    }
}
