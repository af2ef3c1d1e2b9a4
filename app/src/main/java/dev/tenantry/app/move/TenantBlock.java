package dev.tenantry.app.move;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The lines that follow a tenant's own: its links, and then its settings, each in order. What does not belong there is
 * reported and passed over. As an iterator it yields the settings, and fails if the file ends before another tenant, or
 * the last line, shows that there are no more of them.
 */
final class TenantBlock implements Iterator<Setting> {

    private static final String MISPLACED = "its tenant, or what must stand between them, does not stand before it";

    private final Entries entries;
    private final TenantRecord record;
    private Optional<SettingKey> lastKey = Optional.empty();

    TenantBlock(Entries entries, TenantRecord record) {
        this.entries = entries;
        this.record = record;
    }

    /** Reads the links; only the beginning of the block has any. */
    List<Link> links() {
        var links = new ArrayList<Link>();
        while (entries.peek().orElse(null) instanceof Entry.OfLink entry) {
            var link = entry.link();
            boolean isFirst = links.stream().noneMatch(other -> other.alias().equals(link.alias()));
            if (!link.tenant().equals(record.id())) {
                entries.refuse(Thing.LINK, MISPLACED);
            } else if (!isFirst) {
                entries.refuse(Thing.LINK, "link " + link.alias() + " of tenant " + record.id() + " is a repetition");
            } else {
                links.add(link);
                entries.pass();
            }
        }
        return links;
    }

    @Override
    public boolean hasNext() {
        while (true) {
            var entry = entries.peek().orElseThrow(CutOffException::new);
            if (entry instanceof Entry.OfTenant || entry instanceof Entry.End) {
                return false;
            }
            if (entry instanceof Entry.OfSetting found && isMine(found)) {
                return true;
            }
            if (!(entry instanceof Entry.OfSetting)) {
                entries.refuse(entry instanceof Entry.OfLink ? Thing.LINK : Thing.LINE, MISPLACED);
            }
        }
    }

    /** Refuses it if not. */
    private boolean isMine(Entry.OfSetting entry) {
        var key = entry.setting().key();
        if (!entry.tenant().equals(record.id())) {
            entries.refuse(Thing.SETTING, MISPLACED);
            return false;
        }
        if (record.incarnation().isEmpty()) {
            entries.refuse(Thing.SETTING, "the settings of tenant " + record.id() + " were dropped");
            return false;
        }
        if (lastKey.filter(last -> last.compareTo(key) >= 0).isPresent()) {
            entries.refuse(
                    Thing.SETTING,
                    "setting " + key + " of tenant " + record.id() + " is a repetition, or not in its place");
            return false;
        }
        return true;
    }

    @Override
    public Setting next() {
        if (!hasNext() || !(entries.peek().orElseThrow() instanceof Entry.OfSetting found)) {
            throw new NoSuchElementException();
        }
        entries.pass();
        lastKey = Optional.of(found.setting().key());
        return found.setting();
    }
}
