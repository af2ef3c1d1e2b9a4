package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.TenantRows;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Goes through everything that is stored and seals it anew, or puts it into the clear. Each record and each setting is
 * written only if it is still as it was read, so servers may run meanwhile, and a rotation that was interrupted is
 * repeated from the start: what is as it should be is left alone.
 */
public final class Rotation {

    private static final int MAX_ATTEMPTS = 100;

    private final Storage storage;
    private final Resealing resealing;
    private final SettingsRotation settings;
    private final MoveReport report;

    private Rotation(Storage storage, Resealing resealing, MoveReport report) {
        this.storage = storage;
        this.resealing = resealing;
        this.settings = new SettingsRotation(
                storage, resealing, new RetainedRotation(storage, resealing, Clock.systemUTC(), report), report);
        this.report = report;
    }

    /**
     * Returns one after which everything is sealed by the primary key.
     *
     * @param storage the backend as it is
     * @param secretive which settings have secrets
     * @param report is told what was written, and what cannot be
     */
    public static Rotation sealing(Storage storage, Keyset keyset, Predicate<SettingKey> secretive, MoveReport report) {
        var sealer = new KeysetSealer(keyset);
        return new Rotation(storage, new Resealing(sealer, sealer, secretive), report);
    }

    /** Returns one after which everything is in the clear. */
    public static Rotation unsealing(
            Storage storage, Keyset keyset, Predicate<SettingKey> secretive, MoveReport report) {
        return new Rotation(storage, new Resealing(new KeysetSealer(keyset), new NoKeyset(), secretive), report);
    }

    /**
     * Rotates everything.
     *
     * @param progress is run after each tenant
     * @throws StorageException if the backend is out of reach
     */
    public void run(Runnable progress) {
        for (var rows = new TenantRows(storage.archive()); rows.hasNext(); progress.run()) {
            var row = rows.next();
            row.content()
                    .ifPresentOrElse(
                            this::rotate, () -> report.skip(Thing.TENANT, "tenant " + row.name(), "it cannot be read"));
        }
    }

    private void rotate(TenantRecord stored) {
        attempt(stored, () -> rotateRecord(stored));
        attempt(stored, () -> settings.rotate(stored));
    }

    /** A failure that is about one tenant stops nothing else, but without the backend nothing can go on. */
    private void attempt(TenantRecord stored, Runnable work) {
        try {
            work.run();
        } catch (StorageException failure) {
            storage.ping();
            report.skip(Thing.TENANT, "tenant " + stored.id(), String.valueOf(failure.getMessage()));
        }
    }

    private void rotateRecord(TenantRecord first) {
        var stored = Optional.of(first);
        for (int i = 0; i < MAX_ATTEMPTS && stored.isPresent(); i++) {
            var next = resealing.apply(stored.get());
            if (next.equals(stored.get())) {
                report.count(Fate.UNCHANGED, Thing.TENANT, 1);
                return;
            }
            if (storage.installations().commit(Commit.replace(stored.get(), next))) {
                report.count(Fate.WRITTEN, Thing.TENANT, 1);
                return;
            }
            stored = storage.installations().find(first.id());
        }
        if (stored.isPresent()) {
            throw new StorageException("it changes too fast to be written");
        }
    }
}
