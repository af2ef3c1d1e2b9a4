package dev.tenantry.domain.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a tenant has come on its way to another region.
 *
 * @param id which migration
 * @param location where the tenant goes
 * @param until when the time that the host gives for it ends, to the millisecond
 * @param step how far it has come
 * @param before where the tenant stood in its lifecycle, and will stand again; empty while it still stands there
 */
public record Migration(MigrationId id, Region location, Instant until, Step step, Optional<TenantStatus> before) {

    private static final int PARTS = 5;
    private static final String NONE = "-";

    public Migration {
        until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where a migration stands. The last three are kept in the region that the tenant goes to, the others where it leaves. */
    public enum Step {
        /** The host has announced it; nothing is copied. */
        SCHEDULED,
        /** A copy is being made. The tenant is in use. */
        COPYING,
        /** The copy has all but what was written since. The tenant is in use. */
        READY,
        /** The copy cannot be made. The tenant is in use. */
        FAILED,
        /** The host has decided to go. The tenant is out of use here and not yet in use there. */
        HANDING_OVER(TenantStatus.MOVED),
        /** It has gone, and its settings with it. */
        MOVED(TenantStatus.MOVED),
        /** The host has decided to stay after all, and what has gone is brought back. */
        RETURNING(TenantStatus.ARRIVING),
        /** The host has decided to stay. The tenant is in use, and what is left of it elsewhere has to go. */
        WITHDRAWING,
        /** This is the copy, and it is being made. */
        ARRIVING(TenantStatus.ARRIVING),
        /** This is the copy, and it gets what was written since. */
        COMPLETING(TenantStatus.ARRIVING),
        /** This was the copy, and is the tenant now. */
        ARRIVED;

        private final Optional<TenantStatus> status;

        Step() {
            this.status = Optional.empty();
        }

        Step(TenantStatus status) {
            this.status = Optional.of(status);
        }

        /** Returns where a tenant stands that is out of use at this step; empty if it is in use as always. */
        public Optional<TenantStatus> status() {
            return status;
        }

        /** Returns whether the tenant is a copy that is not finished. */
        public boolean isCopy() {
            return this == ARRIVING || this == COMPLETING;
        }

        /** Returns whether the tenant leaves, and something is still to be done for that. */
        public boolean isUnderWay() {
            return switch (this) {
                case SCHEDULED, COPYING, READY, FAILED, HANDING_OVER, RETURNING, WITHDRAWING -> true;
                case MOVED, ARRIVING, COMPLETING, ARRIVED -> false;
            };
        }

        /** Returns whether the tenant is out of use where it came from, but may come back. */
        public boolean isAway() {
            return status.isPresent() && !isCopy();
        }
    }

    /** Returns a migration that nothing has been done for. */
    public static Migration scheduled(MigrationId id, Region location, Instant until) {
        return new Migration(id, location, until, Step.SCHEDULED, Optional.empty());
    }

    /** Returns the same migration at another step; {@link Lifecycle#migrating} knows where the tenant stood before. */
    public Migration at(Step next) {
        return new Migration(id, location, until, next, before);
    }

    Migration standing(Optional<TenantStatus> status) {
        return new Migration(id, location, until, step, status);
    }

    /**
     * Returns what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is none of its
     * @throws java.time.DateTimeException if the time in it is none
     */
    public static Migration parse(String text) {
        var parts = text.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("this tells of no migration");
        }
        return new Migration(
                new MigrationId(parts[4]),
                Region.named(parts[1]).orElseThrow(() -> new IllegalArgumentException("there is no such region")),
                Instant.parse(parts[2]),
                Step.valueOf(constant(parts[0])),
                parts[3].equals(NONE) ? Optional.empty() : Optional.of(TenantStatus.valueOf(constant(parts[3]))));
    }

    private static String constant(String stored) {
        return stored.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String stored(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the form that stores keep: step, region, end of the time, status before, and which migration. */
    @Override
    public String toString() {
        return String.join(
                " ",
                stored(step),
                location.toString(),
                until.toString(),
                before.map(Migration::stored).orElse(NONE),
                id.value());
    }
}
