package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.Coverage;
import dev.tenantry.domain.port.in.TenantLinks;
import dev.tenantry.domain.port.in.TenantLinks.Candidate;
import dev.tenantry.domain.port.in.TenantLinks.Evidence;
import dev.tenantry.domain.port.in.TenantLinks.Kind;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoverageTest {

    private static final String ARI = "ari:cloud:ecosystem::installation/";

    private final InMemoryStorage storage = new InMemoryStorage();
    private final List<TenantLinks> report = new ArrayList<>();

    private void add(TenantRecord record) {
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
    }

    private static TenantRecord connect(String id, String product, String baseUrl) {
        return Fixtures.with(new Installation("app", product, baseUrl, Map.of(), Map.of()), Fixtures.tenant(id));
    }

    private static TenantRecord forge(String id, String cloudId, String siteUrl) {
        var fields = Map.of(HostField.CLOUD_ID, cloudId);
        var presence = new ForgePresence(true, Fixtures.INSTALLED_AT, "1");
        return Fixtures.with(new Installation("", "jira", siteUrl, fields, Map.of()), Fixtures.tenant(ARI + id))
                .with(Lifecycle.startingOnForge(Fixtures.INSTALLED_AT).onForge(new Alias(ARI + id), presence));
    }

    private void link(String alias, String tenant) {
        storage.links().link(new Link(new Alias(alias), new TenantId(tenant), Provenance.FORGE, Fixtures.INSTALLED_AT));
    }

    private Coverage cover() {
        return new LinkService(storage, Clock.systemUTC()).cover(report::add);
    }

    private TenantLinks of(String tenant) {
        return report.stream()
                .filter(links -> links.tenant().value().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thousandTenantsAreCountedByProductAndKind() {
        for (int i = 0; i < 1000; i++) {
            addMixed(i);
        }
        var coverage = cover();
        assertThat(coverage.products()).containsOnlyKeys("confluence", "jira");
        assertThat(coverage.products().get("jira"))
                .isEqualTo(Map.of(Kind.LINKED, 200L, Kind.CANDIDATE, 200L, Kind.UNLINKED, 0L, Kind.FORGE_ONLY, 200L));
        assertThat(coverage.products().get("confluence"))
                .isEqualTo(Map.of(Kind.LINKED, 0L, Kind.CANDIDATE, 0L, Kind.UNLINKED, 200L, Kind.FORGE_ONLY, 0L));
        assertThat(coverage.count(Kind.LINKED)).isEqualTo(200);
        assertThat(report).hasSize(800).isSortedAccordingTo((a, b) -> a.tenant().compareTo(b.tenant()));
        assertThat(report.stream().collect(Collectors.groupingBy(TenantLinks::kind, Collectors.counting())))
                .isEqualTo(Map.of(Kind.LINKED, 200L, Kind.CANDIDATE, 200L, Kind.UNLINKED, 200L, Kind.FORGE_ONLY, 200L));
    }

    /** Of five: one linked, one whose site a Forge tenant shares, that Forge tenant, one unlinked, one uninstalled. */
    private void addMixed(int i) {
        var group = i / 5;
        var tenant = "tenant-" + i;
        switch (i % 5) {
            case 0 -> {
                add(connect(tenant, "jira", "https://linked-" + group + ".atlassian.net"));
                link(ARI + "linked-" + group, tenant);
            }
            case 1 -> add(connect(tenant, "jira", "https://shared-" + group + ".atlassian.net"));
            case 2 -> add(forge("shared-" + group, "site-" + group, "https://shared-" + group + ".atlassian.net"));
            case 3 -> add(connect(tenant, "confluence", "https://alone-" + group + ".atlassian.net/wiki"));
            default ->
                add(Fixtures.in(TenantStatus.UNINSTALLED, connect(tenant, "jira", "https://gone.atlassian.net")));
        }
    }

    @Test
    void evidenceIsTheSiteOrTheHostAndTheStrongerComesFirst() {
        add(connect("acme", "jira", "https://ACME.atlassian.net"));
        link("ari:cloud:jira::site/a1", "acme");
        add(forge("1", "a1", "https://acme.atlassian.net"));
        add(forge("2", "b2", "https://acme.atlassian.net"));
        add(forge("3", "c3", ""));
        cover();

        assertThat(of("acme").kind()).isEqualTo(Kind.CANDIDATE);
        assertThat(of("acme").candidates())
                .containsExactly(
                        new Candidate(new Alias(ARI + "1"), List.of(Evidence.SAME_SITE, Evidence.SAME_HOST)),
                        new Candidate(new Alias(ARI + "2"), List.of(Evidence.SAME_HOST)));
        assertThat(of(ARI + "3").kind()).isEqualTo(Kind.FORGE_ONLY);
        assertThat(of(ARI + "3").lastSeen()).contains(Fixtures.INSTALLED_AT);
        assertThat(of("acme").lastSeen()).isEmpty();
    }

    @Test
    void installationThatFollowsAnotherIsACandidateOfALinkedTenant() {
        add(connect("acme", "jira", "https://acme.atlassian.net"));
        link(ARI + "1", "acme");
        link("ari:cloud:jira::site/a1", "acme");
        add(forge("2", "a1", ""));
        cover();

        assertThat(of("acme").kind()).isEqualTo(Kind.LINKED);
        assertThat(of("acme").candidates())
                .containsExactly(new Candidate(new Alias(ARI + "2"), List.of(Evidence.SAME_SITE)));
        assertThat(of("acme").links()).hasSize(2);
    }

    @Test
    void installationThatConnectNamesAndNobodyLinkedIsTheBestCandidate() {
        var fields = Map.of(HostField.INSTALLATION_ID, ARI + "1");
        var said = new Installation("app", "jira", "https://acme.atlassian.net", fields, Map.of());
        add(Fixtures.with(said, Fixtures.tenant("acme")));
        add(forge("1", "a1", "https://acme.atlassian.net"));
        cover();

        assertThat(of("acme").candidates())
                .containsExactly(
                        new Candidate(new Alias(ARI + "1"), List.of(Evidence.NAMED_BY_CONNECT, Evidence.SAME_HOST)));
    }

    @Test
    void aliasOfASiteAloneIsNoLink() {
        add(connect("acme", "", ""));
        link("ari:cloud:jira::site/a1", "acme");
        assertThat(cover().count(Kind.UNLINKED)).isEqualTo(1);
    }
}
