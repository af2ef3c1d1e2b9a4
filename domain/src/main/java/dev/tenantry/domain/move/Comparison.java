package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Looks whether a backend has all that a source says of a tenant, and tells each difference. What only the backend has is
 * none: an app may have written it there since.
 */
final class Comparison {

    private static final String DIFFERENT = "it is not the same here";
    private static final String MISSING = "it is missing here";

    private final Storage target;
    private final MoveReport report;

    Comparison(Storage target, MoveReport report) {
        this.target = target;
        this.report = report;
    }

    void compare(TenantRecord stored, TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        var name = "tenant " + record.id();
        if (stored.equals(record)) {
            report.count(Fate.UNCHANGED, Thing.TENANT, 1);
        } else {
            report.differ(Thing.TENANT, name, DIFFERENT);
        }
        settings.forEachRemaining(setting -> compare(stored, setting));
        links.forEach(this::compare);
    }

    private void compare(TenantRecord stored, Setting setting) {
        var found = stored.life()
                .filter(stored::isOpenFor)
                .flatMap(life -> target.settings().find(life, setting.key()));
        if (found.equals(Optional.of(setting))) {
            report.count(Fate.UNCHANGED, Thing.SETTING, 1);
        } else {
            var name = "setting " + setting.key() + " of tenant " + stored.id();
            report.differ(Thing.SETTING, name, found.isPresent() ? DIFFERENT : MISSING);
        }
    }

    private void compare(Link link) {
        var owner = target.links().resolve(link.alias());
        if (owner.equals(Optional.of(link.tenant()))) {
            report.count(Fate.UNCHANGED, Thing.LINK, 1);
        } else {
            var difference = owner.map(other -> "it is the alias of tenant " + other);
            report.differ(Thing.LINK, "link " + link.alias(), difference.orElse(MISSING));
        }
    }
}
