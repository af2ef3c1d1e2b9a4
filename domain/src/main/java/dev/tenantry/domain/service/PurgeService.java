package dev.tenantry.domain.service;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.PurgeTenants;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Purges in three steps, each of which may be the last before a crash: the record says {@code purging} and its settings
 * go, then its links, then the record itself. An {@code installed} that comes in between takes the tenant over, and the
 * next step finds another record than it expects and stops.
 */
public final class PurgeService implements PurgeTenants {

    private static final int PAGE = 100;

    /**
     * How long an incarnation without a record is left alone: seeds are written before their record, within the seconds
     * that a call may take, and the clock of the server that minted it may be off by some minutes.
     */
    private static final Duration SEEDS_AWAIT_COMMIT = Duration.ofHours(1);

    private final Storage storage;
    private final Duration retention;
    private final Clock clock;

    /** @param retention how long the record of an uninstalled tenant is kept */
    public PurgeService(Storage storage, Duration retention, Clock clock) {
        this.storage = storage;
        this.retention = retention;
        this.clock = clock;
    }

    @Override
    public Result purge() {
        var failures = new ArrayList<StorageException>();
        var result = purge(failures::add);
        storage.sweep(clock.instant().minus(SEEDS_AWAIT_COMMIT));
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return result;
    }

    private Result purge(Consumer<StorageException> failures) {
        int examined = 0;
        int removed = 0;
        Optional<TenantId> after = Optional.empty();
        List<TenantRecord> page;
        do {
            page = storage.installations().page(after, PAGE);
            examined += page.size();
            removed += (int)
                    page.stream().filter(record -> purge(record, failures)).count();
            after = page.stream().reduce((first, second) -> second).map(TenantRecord::id);
        } while (page.size() == PAGE);
        return new Result(examined, removed);
    }

    /** What is wrong with one tenant must not keep all that come after it; a storage out of reach ends the purge. */
    private boolean purge(TenantRecord record, Consumer<StorageException> failures) {
        try {
            return begin(record).filter(this::finish).isPresent();
        } catch (StorageException failure) {
            storage.ping();
            failures.accept(failure);
            return false;
        }
    }

    private Optional<TenantRecord> begin(TenantRecord record) {
        if (record.lifecycle().status() == TenantStatus.PURGING) {
            return Optional.of(record);
        }
        if (!record.lifecycle().isPastRetention(retention, clock.instant())) {
            return Optional.empty();
        }
        var purging = record.with(record.lifecycle().purging()).withoutSettings();
        boolean won = storage.installations().commit(Commit.replace(record, purging));
        return won ? Optional.of(purging) : Optional.empty();
    }

    /**
     * Lists the links before it looks whether somebody took the tenant over: whoever does so after that look makes or
     * renews links that are not in the list.
     */
    private boolean finish(TenantRecord purging) {
        var links = storage.links().list(purging.id());
        if (!storage.installations().find(purging.id()).equals(Optional.of(purging))) {
            return false;
        }
        links.forEach(storage.links()::unlink);
        var removal = new Commit(purging.id(), Optional.of(purging), Optional.empty(), Optional.empty(), List.of());
        return storage.installations().commit(removal);
    }
}
