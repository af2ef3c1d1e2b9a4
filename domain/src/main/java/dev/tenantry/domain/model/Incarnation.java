package dev.tenantry.domain.model;

import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * One life of a tenant's settings, minted when they start empty: at the first install, and at a re-install after the
 * settings were dropped.
 *
 * <p>A UUID of version 7 (RFC 9562, section 5.7): unique without a counter that two servers would have to share, and it
 * tells when it was minted.
 *
 * @param id of version 7, or the one of {@link #LEGACY}
 */
public record Incarnation(UUID id) {

    /** The life of settings that ACE wrote, which knows no incarnations. */
    public static final Incarnation LEGACY = new Incarnation(new UUID(0x7000L, 0x8000000000000000L));

    private static final int TIMESTAMP_SHIFT = 16;
    private static final long RANDOM_12_BITS = 0x0FFFL;
    private static final long RANDOM_62_BITS = 0x3FFFFFFFFFFFFFFFL;

    /** Mints a new one; the time has millisecond precision, the rest is random. */
    public static Incarnation mint(Instant now, RandomGenerator random) {
        long high = (now.toEpochMilli() << TIMESTAMP_SHIFT) | 0x7000L | (random.nextLong() & RANDOM_12_BITS);
        long low = 0x8000000000000000L | (random.nextLong() & RANDOM_62_BITS);
        return new Incarnation(new UUID(high, low));
    }

    /**
     * Returns the incarnation that {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static Incarnation parse(String text) {
        return new Incarnation(UUID.fromString(text));
    }

    /** Returns when it was minted, to the millisecond; the epoch for {@link #LEGACY}. */
    public Instant mintedAt() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> TIMESTAMP_SHIFT);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
