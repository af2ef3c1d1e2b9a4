package dev.tenantry.domain.model;

import java.util.Optional;
import java.util.Set;

/**
 * What must be true of a setting for a request to be served; stores compare and write in one atomic step.
 *
 * <p>Source of the meanings: RFC 9110, section 13.1 ({@code If-Match}, {@code If-None-Match}).
 */
public sealed interface Precondition {

    /** Returns whether the request may be served when the stored value has this tag; empty if nothing is stored. */
    boolean admits(Optional<ETag> current);

    /** The request is served whatever is stored. */
    record Any() implements Precondition {
        @Override
        public boolean admits(Optional<ETag> current) {
            return true;
        }
    }

    /** Nothing may be stored yet ({@code If-None-Match: *}). */
    record Absent() implements Precondition {
        @Override
        public boolean admits(Optional<ETag> current) {
            return current.isEmpty();
        }
    }

    /** Something must be stored ({@code If-Match: *}). */
    record Present() implements Precondition {
        @Override
        public boolean admits(Optional<ETag> current) {
            return current.isPresent();
        }
    }

    /**
     * The stored value must have one of these tags ({@code If-Match: "a", "b"}).
     *
     * @param tags may be empty, and then admits nothing
     */
    record Matches(Set<ETag> tags) implements Precondition {
        public Matches {
            tags = Set.copyOf(tags);
        }

        @Override
        public boolean admits(Optional<ETag> current) {
            return current.filter(tags::contains).isPresent();
        }
    }
}
