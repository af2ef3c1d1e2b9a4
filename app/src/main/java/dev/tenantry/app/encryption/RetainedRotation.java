package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.SettingRows;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Seals the settings that a tenant which has left keeps for its return. They are behind the fence, where nobody may write.
 * So all of them begin a new life in one commit, which changes nothing else; nobody can tell when the tenant returns.
 */
final class RetainedRotation {

    /** What one commit may carry, in characters. */
    private static final int MAX_CHARACTERS = 1 << 24;

    private final Storage storage;
    private final Resealing resealing;
    private final Clock clock;
    private final MoveReport report;
    private final SecureRandom random = new SecureRandom();

    RetainedRotation(Storage storage, Resealing resealing, Clock clock, MoveReport report) {
        this.storage = storage;
        this.resealing = resealing;
        this.clock = clock;
        this.report = report;
    }

    /**
     * Returns whether the tenant's settings are as they should be now; not if its record is another one by then.
     *
     * @param stored its record as it is stored
     * @throws StorageException if they cannot all be read, or are too many to be carried at once
     */
    boolean rotate(TenantRecord stored, Life life) {
        int concerned = 0;
        int stale = 0;
        for (var rows = new SettingRows(storage.archive(), life); rows.hasNext(); ) {
            var setting = rows.next().content().filter(found -> resealing.concerns(life.tenant(), found));
            concerned += setting.isPresent() ? 1 : 0;
            stale += setting.filter(found -> !next(life, found).equals(found)).isPresent() ? 1 : 0;
        }
        if (stale > 0 && !storage.installations().commit(reborn(stored, settings(life)))) {
            return false;
        }
        report.count(Fate.WRITTEN, Thing.SETTING, stale);
        report.count(Fate.UNCHANGED, Thing.SETTING, concerned - stale);
        return true;
    }

    private Setting next(Life life, Setting stored) {
        return resealing.apply(life.tenant(), stored);
    }

    private List<Setting> settings(Life life) {
        var settings = new ArrayList<Setting>();
        long characters = 0;
        for (var rows = new SettingRows(storage.archive(), life); rows.hasNext(); ) {
            var setting = rows.next()
                    .content()
                    .map(stored -> next(life, stored))
                    .orElseThrow(() -> new StorageException("a setting that it keeps for its return cannot be read"));
            settings.add(setting);
            characters += setting.value().text().length();
            if (characters > MAX_CHARACTERS) {
                throw new StorageException("the settings that it keeps for its return are too large for one commit");
            }
        }
        return settings;
    }

    private Commit reborn(TenantRecord stored, List<Setting> settings) {
        var next = new TenantRecord(
                stored.id(),
                stored.installation(),
                stored.secrets(),
                stored.lifecycle(),
                Optional.of(Incarnation.mint(clock.instant(), random)),
                stored.seeds());
        return new Commit(stored.id(), Optional.of(stored), Optional.of(next), stored.incarnation(), settings);
    }
}
