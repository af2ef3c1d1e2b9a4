package dev.tenantry.domain.model;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

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
 * @param forge the Forge installations that ever spoke for the tenant, and what each last showed of itself
 * @param migration its way to another region; empty if it is on none
 */
public record Lifecycle(
        TenantStatus status,
        Instant installedAt,
        Optional<Instant> toggledAt,
        Optional<Instant> uninstalledAt,
        Map<Alias, ForgePresence> forge,
        Optional<Migration> migration) {

    /** An {@code uninstalled} outdates only an {@code installed} that is older than it by more than this. */
    public static final Duration INSTALL_SKEW = Duration.ofSeconds(30);

    /**
     * When a tenant is disabled that is only half written: no token is issued after it, so nobody can speak for the tenant.
     * It is no time of a host's, and an {@code installed} ends it.
     */
    public static final Instant NEVER = Instant.parse("9999-12-31T23:59:59.999Z");

    public Lifecycle {
        installedAt = installedAt.truncatedTo(ChronoUnit.MILLIS);
        toggledAt = toggledAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        uninstalledAt = uninstalledAt.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        forge = Collections.unmodifiableMap(new TreeMap<>(forge));
    }

    /** Makes the lifecycle of a tenant that is on no way to another region. */
    public Lifecycle(
            TenantStatus status,
            Instant installedAt,
            Optional<Instant> toggledAt,
            Optional<Instant> uninstalledAt,
            Map<Alias, ForgePresence> forge) {
        this(status, installedAt, toggledAt, uninstalledAt, forge, Optional.empty());
    }

    /** Returns the lifecycle of a tenant that is installed for the first time. */
    public static Lifecycle starting(Instant at) {
        return new Lifecycle(TenantStatus.INSTALLED, at, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Returns the lifecycle of a tenant that only Forge knows, before its installation showed anything of itself. */
    public static Lifecycle startingOnForge(Instant at) {
        return new Lifecycle(TenantStatus.FORGE, at, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Returns the lifecycle of a tenant that ACE wrote, which keeps no status and no times. */
    public static Lifecycle legacy() {
        return new Lifecycle(TenantStatus.ENABLED, Instant.EPOCH, Optional.empty(), Optional.empty(), Map.of());
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
        return status.isConnected() && !at.isBefore(installedAt) && !repeat;
    }

    /** Returns whether an {@code enabled} of this time is news. */
    public boolean admitsEnabled(Instant at) {
        return status.isConnected() && !isBeforeToggle(at);
    }

    /** Returns whether a {@code disabled} of this time is news. */
    public boolean admitsDisabled(Instant at) {
        return status.isConnected() && !isBeforeToggle(at) && !at.isBefore(installedAt);
    }

    /** Returns whether a request token issued then is too old to show that the tenant is in use. */
    public boolean refusesTokensOf(Instant issuedAt) {
        return !status.isInUse() || (status == TenantStatus.DISABLED && !isAfterToggle(issuedAt));
    }

    /**
     * Returns whether what a Forge installation says is news: it may speak again after it was about to leave, but not by
     * a call from before or from about that time.
     */
    public boolean admitsForge(Alias installation, Instant at) {
        return presenceOf(installation)
                .filter(known -> !known.present() && !at.isAfter(known.at().plus(INSTALL_SKEW)))
                .isEmpty();
    }

    /** Returns whether the news that a Forge installation is about to leave is not outdated by what it said later. */
    public boolean admitsForgeLeaving(Alias installation, Instant at) {
        return presenceOf(installation)
                .map(known -> known.present() && !at.isBefore(known.at().minus(INSTALL_SKEW)))
                .orElse(status.isInUse());
    }

    /** Returns what a Forge installation last showed of itself, or empty if it never spoke for this tenant. */
    public Optional<ForgePresence> presenceOf(Alias installation) {
        return Optional.ofNullable(forge.get(installation));
    }

    /** Returns the same lifecycle with another token of each Forge installation, or with none. */
    public Lifecycle withTokens(BiFunction<Alias, SystemToken, Optional<SystemToken>> change) {
        var next = new TreeMap<>(forge);
        next.replaceAll((installation, presence) ->
                presence.with(presence.token().flatMap(token -> change.apply(installation, token))));
        return new Lifecycle(status, installedAt, toggledAt, uninstalledAt, next, migration);
    }

    /** Returns the same lifecycle without the tokens with which the host may be called for its Forge installations. */
    public Lifecycle withoutTokens() {
        return withTokens((installation, token) -> Optional.empty());
    }

    /** Returns whether the tenant is in use and this installation is known to be there. */
    public boolean isInUseBy(Alias installation) {
        return status.isInUse()
                && presenceOf(installation).filter(ForgePresence::present).isPresent();
    }

    /**
     * Returns the state after an admitted {@code installed}; a newer {@code disabled} stays in force. A tenant that had
     * gone to another region begins anew here.
     */
    public Lifecycle installed(Instant at) {
        if (!status.isConnected()) {
            var goingOn = migration.filter(way -> way.step().status().isEmpty());
            return new Lifecycle(TenantStatus.INSTALLED, at, Optional.empty(), uninstalledAt, forge, goingOn);
        }
        var toggled = toggledAt.filter(time -> !time.equals(NEVER));
        var next = toggled.filter(at::isBefore).isPresent() ? status : TenantStatus.INSTALLED;
        return new Lifecycle(next, at, toggled, uninstalledAt, forge, migration);
    }

    /** Returns the state after an admitted {@code uninstalled}: it goes on if a Forge installation does. */
    public Lifecycle uninstalled(Instant at) {
        var next = lastSeenOnForge().isPresent() ? TenantStatus.FORGE : TenantStatus.UNINSTALLED;
        return new Lifecycle(next, installedAt, toggledAt, Optional.of(at), forge, migration);
    }

    /** Returns the state after an admitted {@code enabled}. */
    public Lifecycle enabled(Instant at) {
        return new Lifecycle(TenantStatus.ENABLED, installedAt, Optional.of(at), uninstalledAt, forge, migration);
    }

    /** Returns the state after an admitted {@code disabled}. */
    public Lifecycle disabled(Instant at) {
        return new Lifecycle(TenantStatus.DISABLED, installedAt, Optional.of(at), uninstalledAt, forge, migration);
    }

    /** Returns the state after an admitted call of a Forge installation: whatever ended, Forge goes on with it. */
    public Lifecycle onForge(Alias installation, ForgePresence presence) {
        var next = status.isInUse() ? status : TenantStatus.FORGE;
        return new Lifecycle(next, installedAt, toggledAt, uninstalledAt, with(installation, presence), migration);
    }

    /** Returns the state after an admitted Forge installation is about to leave: it ends what only Forge went on with. */
    public Lifecycle leftByForge(Alias installation, ForgePresence presence) {
        var left =
                new Lifecycle(status, installedAt, toggledAt, uninstalledAt, with(installation, presence), migration);
        return status == TenantStatus.FORGE && !left.lastSeenOnForge().isPresent()
                ? left.uninstalled(presence.at())
                : left;
    }

    /** Returns the state while the purge removes what is left. */
    public Lifecycle purging() {
        return in(TenantStatus.PURGING, Optional.empty());
    }

    /** Returns the state at another step of a migration: out of use if the step says so, and else as it was before. */
    public Lifecycle migrating(Migration next) {
        var before = atRest().status;
        var away = next.step().status();
        return in(away.orElse(before), Optional.of(next.standing(away.map(gone -> before))));
    }

    /** Returns the state without a migration: the tenant stands where it stood before, or would stand without it. */
    public Lifecycle atRest() {
        return in(migration.flatMap(Migration::before).orElse(status), Optional.empty());
    }

    /** Returns whether the tenant is on its way to another region, or there, but may come back. */
    public boolean isAway() {
        return migration.filter(way -> way.step().isAway()).isPresent();
    }

    /** Returns whether the tenant is a copy that is being made. */
    public boolean isCopy() {
        return migration.filter(way -> way.step().isCopy()).isPresent();
    }

    private Lifecycle in(TenantStatus next, Optional<Migration> way) {
        return new Lifecycle(next, installedAt, toggledAt, uninstalledAt, forge, way);
    }

    /** Returns when a Forge installation that is there last told so, or empty if none is. */
    public Optional<Instant> lastSeenOnForge() {
        return forge.values().stream()
                .filter(ForgePresence::present)
                .map(ForgePresence::at)
                .max(Comparator.naturalOrder());
    }

    private Map<Alias, ForgePresence> with(Alias installation, ForgePresence presence) {
        var next = new TreeMap<>(forge);
        next.put(installation, presence);
        return next;
    }

    /**
     * Returns whether the tenant was uninstalled at least this long before {@code now}, or went to another region then, or
     * is a copy from then that nobody finished.
     */
    public boolean isPastRetention(Duration retention, Instant now) {
        return ended().map(end -> !now.isBefore(end.plus(retention))).orElse(false);
    }

    private Optional<Instant> ended() {
        if (status == TenantStatus.UNINSTALLED) {
            return uninstalledAt;
        }
        return migration
                .filter(way -> way.step() == Migration.Step.MOVED || way.step().isCopy())
                .map(Migration::until);
    }

    private boolean isBeforeToggle(Instant at) {
        return toggledAt.map(at::isBefore).orElse(false);
    }

    private boolean isAfterToggle(Instant at) {
        return toggledAt.map(at::isAfter).orElse(true);
    }
}
