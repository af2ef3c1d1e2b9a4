package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.SettingRows;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Storage;
import java.util.Optional;
import java.util.Set;

/** Seals the settings of one tenant after the other anew, whatever their status. */
final class SettingsRotation {

    private static final int MAX_ATTEMPTS = 100;

    private final Storage storage;
    private final Resealing resealing;
    private final RetainedRotation retained;
    private final MoveReport report;

    SettingsRotation(Storage storage, Resealing resealing, RetainedRotation retained, MoveReport report) {
        this.storage = storage;
        this.resealing = resealing;
        this.retained = retained;
        this.report = report;
    }

    /**
     * Rotates what belongs to this record. If the tenant leaves or returns meanwhile, it begins again.
     *
     * @throws StorageException if a tenant comes and goes all the time, or the backend fails
     */
    void rotate(TenantRecord first) {
        var stored = Optional.of(first);
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            if (stored.isEmpty() || isDone(stored.get())) {
                return;
            }
            stored = storage.installations().find(first.id());
        }
        throw new StorageException("it comes and goes too fast for its settings to be written");
    }

    private boolean isDone(TenantRecord stored) {
        var life = stored.life();
        if (life.isEmpty()) {
            return true;
        }
        return stored.isOpenFor(life.get()) ? rotateOpen(life.get()) : retained.rotate(stored, life.get());
    }

    /** Returns whether the tenant was there all the while. */
    private boolean rotateOpen(Life life) {
        try {
            new SettingRows(storage.archive(), life).forEachRemaining(row -> rotate(life, row));
            return true;
        } catch (UnauthenticatedException closedMeanwhile) {
            return false;
        }
    }

    private void rotate(Life life, Row<Setting> row) {
        if (row.content().isEmpty()) {
            skip(life, row, "it cannot be read");
        } else if (resealing.concerns(life.tenant(), row.content().get())) {
            try {
                rotate(life, row.content().get());
            } catch (StorageException failure) {
                storage.ping();
                skip(life, row, String.valueOf(failure.getMessage()));
            }
        }
    }

    private void skip(Life life, Row<Setting> row, String reason) {
        report.skip(Thing.SETTING, "setting " + row.name() + " of tenant " + life.tenant(), reason);
    }

    private void rotate(Life life, Setting first) {
        var stored = Optional.of(first);
        for (int i = 0; i < MAX_ATTEMPTS && stored.isPresent(); i++) {
            var next = resealing.apply(life.tenant(), stored.get());
            if (next.equals(stored.get())) {
                report.count(Fate.UNCHANGED, Thing.SETTING, 1);
                return;
            }
            if (replace(life, stored.get(), next)) {
                report.count(Fate.WRITTEN, Thing.SETTING, 1);
                return;
            }
            stored = storage.settings().find(life, first.key());
        }
        if (stored.isPresent()) {
            throw new StorageException("it changes too fast to be written");
        }
    }

    private boolean replace(Life life, Setting stored, Setting next) {
        var exactly = new Precondition.Matches(Set.of(stored.etag()));
        return storage.settings().put(life, next, exactly, Integer.MAX_VALUE) != PutOutcome.UNMET;
    }
}
