package dev.tenantry.domain.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For backends that can be away: the driver's exception stays inside the adapter, and nobody waits for ever. */
@Timeout(60)
public interface OutageContract {

    /** Returns the configuration of a place where nobody listens, with a timeout of a few seconds. */
    StorageFactory unreachable();

    private void assertFails(Consumer<Storage> call) {
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> {
            try (var storage = unreachable().open()) {
                call.accept(storage);
            }
        });
    }

    @Test
    default void pingFailsInTheDomainsWordsWhenNobodyListens() {
        assertFails(Storage::ping);
    }

    @Test
    default void readFailsInTheDomainsWordsWhenNobodyListens() {
        assertFails(storage -> storage.installations().find(new TenantId("acme")));
    }

    @Test
    default void preparationFailsInTheDomainsWordsWhenNobodyListens() {
        assertFails(Storage::prepare);
    }
}
