package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgeSite;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Coverage;
import dev.tenantry.domain.port.in.TenantLinks;
import dev.tenantry.domain.port.in.TenantLinks.Candidate;
import dev.tenantry.domain.port.in.TenantLinks.Evidence;
import dev.tenantry.domain.port.in.TenantLinks.Kind;
import dev.tenantry.domain.port.out.Storage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Looks at all tenants twice: for the installations that are tenants of their own, which it remembers because any of them
 * may belong to any other tenant, and then for all. For one thread, and one report.
 */
final class CoverageReport {

    private static final int PAGE = 100;

    private final Storage storage;
    private final Map<TenantId, Map<Alias, Set<Evidence>>> candidates = new HashMap<>();
    private final Map<String, List<TenantId>> byHost = new HashMap<>();
    private final Map<String, Map<Kind, Long>> counts = new TreeMap<>();

    CoverageReport(Storage storage) {
        this.storage = storage;
    }

    Coverage run(Consumer<TenantLinks> report) {
        each(this::remember);
        each(record -> {
            var links = describe(record);
            counts.computeIfAbsent(links.product(), absent -> new EnumMap<>(Kind.class))
                    .merge(links.kind(), 1L, Long::sum);
            report.accept(links);
        });
        return new Coverage(counts);
    }

    private void each(Consumer<TenantRecord> step) {
        Optional<TenantId> after = Optional.empty();
        List<TenantRecord> page;
        do {
            page = storage.installations().page(after, PAGE);
            page.stream()
                    .filter(record -> record.lifecycle().status().isInUse())
                    .forEach(step);
            after = page.stream().reduce((first, second) -> second).map(TenantRecord::id);
        } while (page.size() == PAGE);
    }

    private void remember(TenantRecord record) {
        if (!record.id().isForge()) {
            return;
        }
        hostOf(record)
                .ifPresent(host -> byHost.computeIfAbsent(host, absent -> new ArrayList<>())
                        .add(record.id()));
        record.installation()
                .field(HostField.CLOUD_ID)
                .flatMap(id -> ForgeSite.parse(record.installation().productType(), id))
                .flatMap(site -> storage.links().resolve(site.alias()))
                .filter(owner -> !owner.equals(record.id()))
                .ifPresent(owner -> propose(owner, record.id(), Evidence.SAME_SITE));
    }

    private void propose(TenantId tenant, TenantId installation, Evidence evidence) {
        candidates
                .computeIfAbsent(tenant, absent -> new TreeMap<>())
                .computeIfAbsent(new Alias(installation.value()), absent -> EnumSet.noneOf(Evidence.class))
                .add(evidence);
    }

    private TenantLinks describe(TenantRecord record) {
        var links = storage.links().list(record.id());
        if (!record.id().isForge()) {
            proposeFor(record, links);
        }
        var found = candidates.getOrDefault(record.id(), Map.of()).entrySet().stream()
                .map(entry -> new Candidate(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
        var said = record.installation();
        return new TenantLinks(
                record.id(),
                said.productType(),
                said.baseUrl(),
                kind(record.id(), links, found),
                record.lifecycle().lastSeenOnForge(),
                links,
                found);
    }

    private void proposeFor(TenantRecord record, List<Link> links) {
        record.installation()
                .forgeInstallation()
                .filter(Alias::isInstallation)
                .filter(named -> links.stream().noneMatch(link -> link.alias().equals(named)))
                .ifPresent(named -> propose(record.id(), new TenantId(named.value()), Evidence.NAMED_BY_CONNECT));
        hostOf(record).map(byHost::get).stream()
                .flatMap(List::stream)
                .forEach(installation -> propose(record.id(), installation, Evidence.SAME_HOST));
    }

    private static Kind kind(TenantId tenant, List<Link> links, List<Candidate> candidates) {
        if (tenant.isForge()) {
            return Kind.FORGE_ONLY;
        }
        if (links.stream().anyMatch(link -> link.alias().isInstallation())) {
            return Kind.LINKED;
        }
        return candidates.isEmpty() ? Kind.UNLINKED : Kind.CANDIDATE;
    }

    private static Optional<String> hostOf(TenantRecord record) {
        return HostName.of(record.installation().baseUrl());
    }
}
