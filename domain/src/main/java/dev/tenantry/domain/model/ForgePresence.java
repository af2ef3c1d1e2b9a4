package dev.tenantry.domain.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a Forge installation last showed of itself: Forge tells when an app arrives and is about to leave, and never that it
 * has left.
 *
 * @param present whether the app was there, rather than about to leave
 * @param at when, by Forge's clock, to the millisecond
 * @param version the app's version in the newest lifecycle event; empty if none named it
 */
public record ForgePresence(boolean present, Instant at, String version) {

    private static final String PRESENT = "present";
    private static final String LEFT = "left";
    private static final int PARTS = 3;

    public ForgePresence {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Returns what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is none of its
     * @throws java.time.DateTimeException if the time in it is none
     */
    public static ForgePresence parse(String text) {
        var parts = text.split(" ", PARTS);
        if (parts.length != PARTS || !(parts[0].equals(PRESENT) || parts[0].equals(LEFT))) {
            throw new IllegalArgumentException("this tells of no Forge installation");
        }
        return new ForgePresence(parts[0].equals(PRESENT), Instant.parse(parts[1]), parts[2]);
    }

    /** Returns the form that stores keep: whether it was there, when, and the version. */
    @Override
    public String toString() {
        return String.join(" ", present ? PRESENT : LEFT, at.toString(), version);
    }
}
