package dev.tenantry.app.command;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.port.in.Coverage;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.TenantLinks;
import dev.tenantry.domain.port.in.TenantLinks.Candidate;
import dev.tenantry.domain.port.in.TenantLinks.Kind;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of links for people: a line for each tenant, then a line for each product. */
final class CoverageTable {

    private static final String ROW = "%-10s  %-10s  %-40s  %-24s  %s%n";

    private final PrintStream target;

    CoverageTable(PrintStream target) {
        this.target = target;
    }

    void print(LinkTenants links) {
        target.printf(ROW, "KIND", "PRODUCT", "TENANT", "FORGE SEEN AT", "INSTALLATIONS");
        var coverage = links.cover(this::row);
        target.println();
        coverage.products().forEach(this::summary);
        target.println(percent(coverage));
    }

    private void row(TenantLinks tenant) {
        var installations = Stream.concat(
                tenant.links().stream()
                        .map(Link::alias)
                        .filter(Alias::isInstallation)
                        .map(Alias::value),
                tenant.candidates().stream().map(CoverageTable::candidate));
        target.printf(
                ROW,
                name(tenant.kind()),
                tenant.product(),
                tenant.tenant(),
                tenant.lastSeen().map(Instant::toString).orElse(""),
                installations.collect(Collectors.joining(", ")));
    }

    private static String candidate(Candidate candidate) {
        var evidence = candidate.evidence().stream().map(CoverageTable::name).collect(Collectors.joining(", "));
        return candidate.installation() + "? (" + evidence + ")";
    }

    private void summary(String product, Map<Kind, Long> counts) {
        var text = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + name(count.getKey()))
                .collect(Collectors.joining(", "));
        target.println((product.isEmpty() ? "no product" : product) + ": " + text);
    }

    /** A tenant that began on Forge has nothing to be linked to. */
    private static String percent(Coverage coverage) {
        long linked = coverage.count(Kind.LINKED);
        long all = linked + coverage.count(Kind.CANDIDATE) + coverage.count(Kind.UNLINKED);
        return all == 0
                ? "No Connect tenant is in use."
                : linked + " of " + all + " Connect tenants are linked: " + linked * 100 / all + " %.";
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
