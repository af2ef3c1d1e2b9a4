package dev.tenantry.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The secrets that a tenant has now, had until lately, or had before it uninstalled.
 *
 * @param current signs and verifies; empty for an OAuth 2.0 installation and after an uninstall
 * @param previous the one before the last rotation, while its grace lasts
 * @param retired the one of an uninstalled tenant: it verifies callbacks only (Bitbucket signs the next install with it)
 */
public record Secrets(Optional<SharedSecret> current, Optional<Previous> previous, Optional<SharedSecret> retired) {

    /** How far a host's clocks may disagree around a rotation. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    /**
     * The secret before a rotation.
     *
     * @param secret what signed tokens until the rotation
     * @param rotatedAt the rotation by the host's clock, to the millisecond
     * @param until when it stops verifying, by our clock, to the millisecond
     */
    public record Previous(SharedSecret secret, Instant rotatedAt, Instant until) {
        public Previous {
            rotatedAt = rotatedAt.truncatedTo(ChronoUnit.MILLIS);
            until = until.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Returns the secrets of a tenant that starts, or starts again after an uninstall: there is no grace. */
    public static Secrets starting(Optional<SharedSecret> secret) {
        return new Secrets(secret, Optional.empty(), Optional.empty());
    }

    /**
     * Returns the secrets after a newer {@code installed}. The same secret changes nothing: a repeat neither shifts
     * secrets nor extends a grace.
     *
     * @param next what the payload carried
     * @param rotatedAt when, by the host's clock
     * @param graceUntil how long the replaced secret still verifies; empty for no grace
     */
    public Secrets rotate(Optional<SharedSecret> next, Instant rotatedAt, Optional<Instant> graceUntil) {
        if (next.equals(current)) {
            return this;
        }
        var replaced = current.flatMap(secret -> graceUntil.map(until -> new Previous(secret, rotatedAt, until)));
        return new Secrets(next, replaced, Optional.empty());
    }

    /** Returns the secrets after an uninstall: the current one verifies callbacks only, and any grace ends. */
    public Secrets retire() {
        return new Secrets(Optional.empty(), Optional.empty(), current.or(() -> retired));
    }

    /** Returns what may have signed a request: the current secret, and the previous one for tokens from before. */
    public List<SharedSecret> forRequests(Instant issuedAt, Instant now) {
        var candidates = new ArrayList<SharedSecret>(2);
        current.ifPresent(candidates::add);
        previous.filter(p -> now.isBefore(p.until())
                        && !issuedAt.isAfter(p.rotatedAt().plus(SKEW)))
                .ifPresent(p -> candidates.add(p.secret()));
        return candidates;
    }

    /** Returns the one secret that may have signed a callback; a grace never reaches lifecycle routes. */
    public Optional<SharedSecret> forCallbacks() {
        return current.or(() -> retired);
    }
}
