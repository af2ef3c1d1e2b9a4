package dev.tenantry.domain.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;

/** The one hook of every contract. */
@Timeout(120)
public interface StorageUnderTest {

    /** Returns the storage under test: prepared, empty at the start of each test, and the same one all through it. */
    Storage storage();

    /** Lets a tenant begin with this record, and returns the life of its settings. */
    default Life begin(TenantRecord record, Setting... seeds) {
        var first = new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of(seeds));
        assertThat(storage().installations().commit(first))
                .as("first commit of %s", record.id())
                .isTrue();
        return record.life().orElseThrow();
    }

    /** Replaces the record of a tenant and leaves its settings alone. */
    default void replace(TenantRecord expected, TenantRecord next) {
        assertThat(storage().installations().commit(Commit.replace(expected, next)))
                .as("commit of %s", next.id())
                .isTrue();
    }
}
