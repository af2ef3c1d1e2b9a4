package dev.tenantry.domain.service;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.token.Invocation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the calls of a Forge installation come to. Forge repeats calls whose answer it missed, each time under a new token,
 * so what they say is compared, and not counted.
 */
final class ForgeRules {

    private final Planting planting;

    ForgeRules(Planting planting) {
        this.planting = planting;
    }

    Decision decide(LifecycleEvent.OnForge event, Optional<TenantRecord> stored) {
        return stored.map(record -> present(event, record)).orElseGet(() -> begin(event));
    }

    /** An installation begins a tenant of its own; a linked tenant can only have lost its record to the purge just now. */
    private Decision begin(LifecycleEvent.OnForge event) {
        var tenant = event.callback().tenant();
        if (!tenant.isForge()) {
            throw new StorageException("tenant " + tenant + " is purged while Forge goes on with it");
        }
        var at = event.callback().at();
        var installation = event.invocation().installation();
        var presence = new ForgePresence(true, at, version(event, ""), event.token());
        var record = new TenantRecord(
                tenant,
                describe(event.invocation()),
                Secrets.starting(Optional.empty()),
                Lifecycle.startingOnForge(at).onForge(installation, presence),
                Optional.empty(),
                Map.of());
        return planting.plant(LifecycleOutcome.INSTALLED, Optional.empty(), record);
    }

    private Decision present(LifecycleEvent.OnForge event, TenantRecord record) {
        var at = event.callback().at();
        var installation = event.invocation().installation();
        var lifecycle = record.lifecycle();
        if (!lifecycle.admitsForge(installation, at)) {
            return Decision.NOTHING_NEW;
        }
        var next = lifecycle.onForge(installation, presence(event, lifecycle.presenceOf(installation)));
        if (!lifecycle.status().isInUse()) {
            var incarnation = planting.survivingIncarnation(record);
            var revived = new TenantRecord(
                    record.id(), record.installation(), record.secrets(), next, incarnation, record.seeds());
            return planting.plant(LifecycleOutcome.REINSTALLED, Optional.of(record), revived);
        }
        boolean news = !lifecycle.isInUseBy(installation) || tellsNewVersion(lifecycle, next, installation);
        var outcome = news ? LifecycleOutcome.UPDATED : LifecycleOutcome.NOTHING_NEW;
        return Decision.replace(outcome, record, record.with(next));
    }

    /** The settings wait for the retention, whatever the policy: the app may well stay, and Forge would never say so. */
    Decision leave(LifecycleEvent.LeavingForge event, TenantRecord record) {
        var at = event.callback().at();
        var installation = event.invocation().installation();
        var lifecycle = record.lifecycle();
        if (!lifecycle.admitsForgeLeaving(installation, at)) {
            return Decision.NOTHING_NEW;
        }
        var version =
                lifecycle.presenceOf(installation).map(ForgePresence::version).orElse("");
        var next = lifecycle.leftByForge(installation, new ForgePresence(false, at, version));
        boolean ended = next.status() == TenantStatus.UNINSTALLED;
        return Decision.replace(
                ended ? LifecycleOutcome.UNINSTALLED : LifecycleOutcome.UPDATED, record, record.with(next));
    }

    private static ForgePresence presence(LifecycleEvent.OnForge event, Optional<ForgePresence> known) {
        var before = known.filter(ForgePresence::present).map(ForgePresence::at).orElse(Instant.MIN);
        var at = event.callback().at();
        return new ForgePresence(
                true,
                at.isBefore(before) ? before : at,
                version(event, known.map(ForgePresence::version).orElse("")),
                event.token().or(() -> known.flatMap(ForgePresence::token)));
    }

    private static String version(LifecycleEvent.OnForge event, String known) {
        return event.news().tellsVersion() ? event.invocation().appVersion() : known;
    }

    private static boolean tellsNewVersion(Lifecycle before, Lifecycle after, Alias installation) {
        return !before.presenceOf(installation)
                .map(ForgePresence::version)
                .equals(after.presenceOf(installation).map(ForgePresence::version));
    }

    private static Installation describe(Invocation invocation) {
        var fields = new EnumMap<HostField, String>(HostField.class);
        fields.put(HostField.INSTALLATION_ID, invocation.installation().value());
        var site = invocation.sites().stream().findFirst();
        site.ifPresent(known -> fields.put(HostField.CLOUD_ID, known.id()));
        var product = site.map(known -> known.product()).orElse("");
        return new Installation("", product, invocation.siteUrl(), fields, Map.of());
    }
}
