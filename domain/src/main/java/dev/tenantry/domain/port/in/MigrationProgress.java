package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.MigrationError;
import java.util.Optional;

/**
 * How far a migration has come.
 *
 * @param status in a word
 * @param error why it failed; empty unless it did
 */
public record MigrationProgress(Status status, Optional<MigrationError> error) {

    /** The words that the host is told. */
    public enum Status {
        /** It is announced. */
        SCHEDULED,
        /** The copy is being made. */
        COPYING,
        /** The host may commit, or has done so. */
        READY_TO_COMMIT,
        /** The host has taken it back, and that is not finished. */
        ROLLING_BACK,
        /** It will not succeed. */
        FAILED
    }

    /** Returns the progress of a migration that has not failed. */
    public static MigrationProgress of(Status status) {
        return new MigrationProgress(status, Optional.empty());
    }

    /** Returns the progress of one that has failed. */
    public static MigrationProgress failed(MigrationError error) {
        return new MigrationProgress(Status.FAILED, Optional.of(error));
    }
}
