package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.SideBySide.Pair;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Names what is not the same on both sides; looks closer only at tenants whose digests differ. */
final class Comparing {

    private final TenantReader from;
    private final TenantReader to;
    private final MoveReport report;

    Comparing(Storage source, Storage target, MoveReport report) {
        this.from = new TenantReader(source);
        this.to = new TenantReader(target);
        this.report = report;
    }

    void tenant(Pair<TenantRecord> pair) {
        var record = pair.source().flatMap(Row::content);
        var stored = pair.target().flatMap(Row::content);
        if (record.isPresent() && stored.isPresent()) {
            compare(record.get(), stored.get());
        } else {
            report.differ(Thing.TENANT, "tenant " + pair.name(), whatIsWrong(pair));
        }
    }

    private void compare(TenantRecord record, TenantRecord stored) {
        var digest = from.digest(record);
        if (digest.isSame(to.digest(stored))) {
            report.count(Fate.UNCHANGED, Thing.TENANT, 1);
            report.count(Fate.UNCHANGED, Thing.SETTING, digest.settings());
            report.count(Fate.UNCHANGED, Thing.LINK, digest.links());
        } else {
            report.differ(Thing.TENANT, "tenant " + record.id(), parts(record, stored));
            var of = " of tenant " + record.id();
            compare("setting ", of, Thing.SETTING, new SideBySide<>(from.rows(record), to.rows(stored)));
            compare("link ", of, Thing.LINK, new SideBySide<>(rows(from.links(record)), rows(to.links(stored))));
        }
    }

    private static Iterator<Row<Link>> rows(List<Link> links) {
        return links.stream()
                .map(link -> new Row<>(link.alias().value(), Optional.of(link)))
                .iterator();
    }

    private <T> void compare(String what, String of, Thing thing, SideBySide<T> pairs) {
        while (pairs.hasNext()) {
            var pair = pairs.next();
            var both = pair.source().flatMap(Row::content);
            if (both.isEmpty() || !both.equals(pair.target().flatMap(Row::content))) {
                report.differ(thing, what + pair.name() + of, whatIsWrong(pair));
            }
        }
    }

    private static String whatIsWrong(Pair<?> pair) {
        if (pair.target().isEmpty()) {
            return "only the source has it";
        }
        if (pair.source().isEmpty()) {
            return "only the target has it";
        }
        if (pair.source().flatMap(Row::content).isEmpty()) {
            return "it cannot be read in the source";
        }
        return pair.target().flatMap(Row::content).isEmpty() ? "it cannot be read in the target" : "it differs";
    }

    private static String parts(TenantRecord record, TenantRecord stored) {
        var parts = new StringJoiner(", ", "different: ", "").setEmptyValue("its settings or links differ");
        name(parts, "installation", record.installation().equals(stored.installation()));
        name(parts, "secrets", record.secrets().equals(stored.secrets()));
        name(parts, "lifecycle", withoutTokens(record).equals(withoutTokens(stored)));
        name(parts, "incarnation", record.incarnation().equals(stored.incarnation()));
        name(parts, "seeds", record.seeds().equals(stored.seeds()));
        return parts.toString();
    }

    private static Lifecycle withoutTokens(TenantRecord record) {
        return record.lifecycle().withoutTokens();
    }

    private static void name(StringJoiner parts, String part, boolean isSame) {
        if (!isSame) {
            parts.add(part);
        }
    }
}
