package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tenants whose secrets the backend never sees. */
record SealedInstallations(Installations installations, SealedRecords records, SealedValues values)
        implements Installations {

    private static final Logger LOG = LoggerFactory.getLogger(SealedInstallations.class);

    /** Only somebody who seals the same record anew, again and again, can use up this many. */
    private static final int MAX_ATTEMPTS = 100;

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        return installations.find(tenant).map(records::unseal);
    }

    /**
     * {@inheritDoc}
     *
     * <p>No two seals of one secret are the same, so the expected record is looked up, and the backend compares it as it
     * is stored. If that is another one by then and yet the expected one, somebody has only sealed it anew.
     */
    @Override
    public boolean commit(Commit change) {
        var expected = change.expected();
        if (expected.map(records::isStoredPlain).orElse(true)) {
            return installations.commit(sealed(change, expected));
        }
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            var stored = installations.find(change.tenant());
            if (!stored.map(records::unseal).equals(expected)) {
                return false;
            }
            if (installations.commit(sealed(change, stored))) {
                return true;
            }
        }
        throw new StorageException("tenant " + change.tenant() + " is sealed anew too fast to be changed");
    }

    private Commit sealed(Commit change, Optional<TenantRecord> stored) {
        return new Commit(
                change.tenant(),
                stored,
                change.next().map(next -> records.seal(next, stored)),
                change.dropped(),
                change.seeds().stream()
                        .map(seed -> values.seal(change.tenant(), seed))
                        .toList());
    }

    /**
     * {@inheritDoc}
     *
     * <p>A tenant whose secrets cannot be unsealed is left out with a warning, so that it stops nobody who goes through
     * all tenants; {@link #find} fails for it.
     */
    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        var page = new ArrayList<TenantRecord>();
        var last = after;
        int wanted;
        List<TenantRecord> rows;
        do {
            wanted = limit - page.size();
            rows = installations.page(last, wanted);
            rows.forEach(row -> readable(row).ifPresent(page::add));
            last = rows.stream().reduce((first, second) -> second).map(TenantRecord::id);
        } while (rows.size() == wanted && page.size() < limit);
        return page;
    }

    private Optional<TenantRecord> readable(TenantRecord stored) {
        try {
            return Optional.of(records.unseal(stored));
        } catch (StorageException unreadable) {
            LOG.warn("left out of the list of tenants: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }
}
