package dev.tenantry.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where a tenant stands, and which callbacks brought it there.
 *
 * <p>Callbacks arrive many times, out of order and in parallel. Their order is the {@code iat} of their tokens, which is
 * the host's clock; ties apply in the order of arrival. All instants are the host's, to the millisecond.
 *
 * @param status where it stands
 * @param installedAt the newest {@code installed} applied; the epoch for a tenant that ACE installed
 * @param toggledAt the newest {@code enabled} or {@code disabled} applied since the tenant last started
 * @param uninstalledAt the newest {@code uninstalled} applied, also after a re-install
 */
public record Lifecycle(
        TenantStatus status, Instant installedAt, Optional<Instant> toggledAt, Optional<Instant> uninstalledAt) {

    /** An {@code uninstalled} outdates only an {@code installed} that is older than it by more than this. */
    public static final Duration INSTALL_SKEW = Duration.ofSeconds(30);

    public Lifecycle {
        installedAt = installedAt.truncatedTo(ChronoUnit.MILLIS);
        toggledAt = toggledAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        uninstalledAt = uninstalledAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Returns the lifecycle of a tenant that is installed for the first time. */
    public static Lifecycle starting(Instant at) {
        return new Lifecycle(TenantStatus.INSTALLED, at, Optional.empty(), Optional.empty());
    }

    /** Returns the lifecycle of a tenant that ACE wrote, which keeps no status and no times. */
    public static Lifecycle legacy() {
        return new Lifecycle(TenantStatus.ENABLED, Instant.EPOCH, Optional.empty(), Optional.empty());
    }

    /** Returns whether an {@code installed} of this time is news. */
    public boolean admitsInstalled(Instant at) {
        return !at.isBefore(installedAt)
                && uninstalledAt.map(u -> !at.isBefore(u.minus(INSTALL_SKEW))).orElse(true);
    }

    /**
     * Returns whether an {@code uninstalled} of this time is news. One that was applied before, and was followed by an
     * {@code installed} of a slower clock, is a repeat and must not take the new life away.
     */
    public boolean admitsUninstalled(Instant at) {
        boolean repeat = uninstalledAt
                .filter(u -> installedAt.isBefore(u) && !at.isAfter(u))
                .isPresent();
        return status.isOpen() && !at.isBefore(installedAt) && !repeat;
    }

    /** Returns whether an {@code enabled} of this time is news. */
    public boolean admitsEnabled(Instant at) {
        return status.isOpen() && !isBeforeToggle(at);
    }

    /** Returns whether a {@code disabled} of this time is news. */
    public boolean admitsDisabled(Instant at) {
        return status.isOpen() && !isBeforeToggle(at) && !at.isBefore(installedAt);
    }

    /** Returns whether a request token issued then is too old to show that the tenant is in use. */
    public boolean refusesTokensOf(Instant issuedAt) {
        return !status.isOpen() || (status == TenantStatus.DISABLED && !isAfterToggle(issuedAt));
    }

    /** Returns the state after an admitted {@code installed}; a newer {@code disabled} stays in force. */
    public Lifecycle installed(Instant at) {
        if (!status.isOpen()) {
            return new Lifecycle(TenantStatus.INSTALLED, at, Optional.empty(), uninstalledAt);
        }
        var next = isBeforeToggle(at) ? status : TenantStatus.INSTALLED;
        return new Lifecycle(next, at, toggledAt, uninstalledAt);
    }

    /** Returns the state after an admitted {@code uninstalled}. */
    public Lifecycle uninstalled(Instant at) {
        return new Lifecycle(TenantStatus.UNINSTALLED, installedAt, toggledAt, Optional.of(at));
    }

    /** Returns the state after an admitted {@code enabled}. */
    public Lifecycle enabled(Instant at) {
        return new Lifecycle(TenantStatus.ENABLED, installedAt, Optional.of(at), uninstalledAt);
    }

    /** Returns the state after an admitted {@code disabled}. */
    public Lifecycle disabled(Instant at) {
        return new Lifecycle(TenantStatus.DISABLED, installedAt, Optional.of(at), uninstalledAt);
    }

    /** Returns the state while the purge removes what is left. */
    public Lifecycle purging() {
        return new Lifecycle(TenantStatus.PURGING, installedAt, toggledAt, uninstalledAt);
    }

    /** Returns whether the tenant was uninstalled at least this long before {@code now}. */
    public boolean isPastRetention(Duration retention, Instant now) {
        return status == TenantStatus.UNINSTALLED
                && uninstalledAt.map(u -> !now.isBefore(u.plus(retention))).orElse(false);
    }

    private boolean isBeforeToggle(Instant at) {
        return toggledAt.map(at::isBefore).orElse(false);
    }

    private boolean isAfterToggle(Instant at) {
        return toggledAt.map(at::isAfter).orElse(true);
    }
}
