package dev.tenantry.domain.residency;

import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantRecord;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What two regions know of one tenant, put together. */
final class Reunion {

    private Reunion() {}

    /**
     * Returns a record with the settings of the other region. Of the rest, each part is that of the region to which the host
     * spoke last.
     *
     * @param here this region's record
     * @param there the other's
     * @param migration where the tenant stands then
     */
    static TenantRecord of(TenantRecord here, TenantRecord there, Migration migration) {
        var lifecycle = lifecycle(here.lifecycle(), there.lifecycle());
        boolean installedHere =
                here.lifecycle().installedAt().isAfter(there.lifecycle().installedAt());
        var installed = installedHere ? here : there;
        return new TenantRecord(
                here.id(),
                installed.installation(),
                lifecycle.status().isConnected()
                        ? secrets(installed, there)
                        : installed.secrets().retire(),
                lifecycle.migrating(migration),
                there.incarnation(),
                there.seeds());
    }

    /** A record that was left behind has no current secret any more: what it has was the current one. */
    private static Secrets secrets(TenantRecord installed, TenantRecord there) {
        if (installed.secrets().current().isPresent()) {
            return installed.secrets();
        }
        var secret = installed.secrets().forCallbacks();
        return secret.equals(there.secrets().forCallbacks()) ? there.secrets() : Secrets.starting(secret);
    }

    /** Forge may still call the old region while Connect calls the new one, so the two are told apart. */
    private static Lifecycle lifecycle(Lifecycle here, Lifecycle there) {
        var latest = newest(here).isAfter(newest(there)) ? here.atRest() : there.atRest();
        var forge = new TreeMap<>(there.forge());
        here.forge()
                .forEach((alias, presence) ->
                        forge.merge(alias, presence, (one, other) -> other.at().isAfter(one.at()) ? other : one));
        return new Lifecycle(latest.status(), latest.installedAt(), latest.toggledAt(), latest.uninstalledAt(), forge);
    }

    private static Instant newest(Lifecycle lifecycle) {
        return Stream.concat(lifecycle.toggledAt().stream(), lifecycle.uninstalledAt().stream())
                .filter(lifecycle.installedAt()::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(lifecycle.installedAt());
    }
}
