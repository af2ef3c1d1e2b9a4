package dev.tenantry.domain.move;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.ForeignTenants;
import dev.tenantry.domain.port.out.Oddity;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes over a backend that ACE has filled, where it is. Every value is read as the server will read it. All stays as it
 * is but the values that ACE unpacks whenever it reads them: they are written unpacked, which is the same to ACE.
 */
public final class AceAdoption implements ForeignTenants.Sink {

    private final Storage storage;
    private final boolean dryRun;
    private final ForeignReport report;

    /**
     * @param storage what is taken over
     * @param dryRun the storage may not be prepared yet, and is not looked at
     */
    public AceAdoption(Storage storage, boolean dryRun, ForeignReport report) {
        this.storage = storage;
        this.dryRun = dryRun;
        this.report = report;
    }

    @Override
    public void tenant(TenantRecord record, Iterator<Setting> settings, List<Link> links) {
        var moves = report.moves();
        moves.count(Fate.UNCHANGED, Thing.TENANT, 1);
        moves.count(Fate.UNCHANGED, Thing.LINK, links.size());
        if (dryRun) {
            settings.forEachRemaining(setting -> moves.count(Fate.UNCHANGED, Thing.SETTING, 1));
            return;
        }
        try {
            storage.installations()
                    .find(record.id())
                    .flatMap(stored -> stored.life().filter(stored::isOpenFor))
                    .ifPresent(life -> settings.forEachRemaining(setting -> adopt(life, setting)));
        } catch (StorageException unreadable) {
            storage.ping();
            skip(Thing.TENANT, "tenant " + record.id(), String.valueOf(unreadable.getMessage()));
        }
    }

    private void adopt(Life life, Setting setting) {
        var stored = storage.settings().find(life, setting.key());
        if (stored.equals(Optional.of(setting))) {
            report.moves().count(Fate.UNCHANGED, Thing.SETTING, 1);
        } else if (stored.isPresent() && unpack(life, stored.get(), setting)) {
            report.moves().count(Fate.WRITTEN, Thing.SETTING, 1);
        } else {
            var name = "setting " + setting.key() + " of tenant " + life.tenant();
            skip(Thing.SETTING, name, "it changed meanwhile; import once more");
        }
    }

    private boolean unpack(Life life, Setting packed, Setting unpacked) {
        var unchanged = new Precondition.Matches(Set.of(packed.etag()));
        return storage.settings().put(life, unpacked, unchanged, Integer.MAX_VALUE) == PutOutcome.REPLACED;
    }

    @Override
    public void odd(Oddity oddity, String name) {
        report.odd(oddity, name);
    }

    @Override
    public void skip(Thing thing, String name, String reason) {
        report.moves().skip(thing, name, reason);
    }
}
