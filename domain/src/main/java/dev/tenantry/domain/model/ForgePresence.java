package dev.tenantry.domain.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What a Forge installation last showed of itself: Forge tells when an app arrives and is about to leave, and never that it
 * has left.
 *
 * @param present whether the app was there, rather than about to leave
 * @param at when, by Forge's clock, to the millisecond
 * @param version the app's version in the newest lifecycle event; empty if none named it
 * @param token the newest one with which the app may call the host for it, where tokens are kept; one that leaves has none,
 *     and neither has one whose token has characters that no token has
 */
public record ForgePresence(boolean present, Instant at, String version, Optional<SystemToken> token) {

    private static final String PRESENT = "present";
    private static final String LEFT = "left";

    /** Is there, and its token stands before the version. */
    private static final String REACHABLE = "reachable";

    private static final int PARTS = 3;

    public ForgePresence {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        boolean reachable = present;
        token = token.filter(known -> reachable && known.isStorable());
    }

    /** Knows no token. */
    public ForgePresence(boolean present, Instant at, String version) {
        this(present, at, version, Optional.empty());
    }

    /**
     * Returns what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if the text is none of its
     * @throws java.time.DateTimeException if the time in it is none
     */
    public static ForgePresence parse(String text) {
        var parts = text.split(" ", PARTS);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("this tells of no Forge installation");
        }
        var at = Instant.parse(parts[1]);
        return switch (parts[0]) {
            case PRESENT -> new ForgePresence(true, at, parts[2]);
            case LEFT -> new ForgePresence(false, at, parts[2]);
            case REACHABLE -> reachable(at, parts[2].split(" ", 2));
            default -> throw new IllegalArgumentException("this tells of no Forge installation");
        };
    }

    private static ForgePresence reachable(Instant at, String[] tokenAndVersion) {
        if (tokenAndVersion.length != 2) {
            throw new IllegalArgumentException("this tells of no Forge installation");
        }
        return new ForgePresence(true, at, tokenAndVersion[1], Optional.of(new SystemToken(tokenAndVersion[0])));
    }

    /** Returns the same presence with another token, or with none. */
    public ForgePresence with(Optional<SystemToken> next) {
        return new ForgePresence(present, at, version, next);
    }

    /** Returns the form that stores keep: whether it was there, when, its token in the clear if it has one, and the version. */
    public String text() {
        return token.map(known -> String.join(" ", REACHABLE, at.toString(), known.reveal(), version))
                .orElseGet(this::toString);
    }

    /** Returns the form that stores keep, without a token. */
    @Override
    public String toString() {
        return String.join(" ", present ? PRESENT : LEFT, at.toString(), version);
    }
}
