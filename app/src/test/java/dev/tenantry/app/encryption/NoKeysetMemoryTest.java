package dev.tenantry.app.encryption;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.StorageContract;
import java.util.Optional;

/** The whole kit without a keyset: everything is as if there were nothing in between. */
class NoKeysetMemoryTest implements StorageContract {

    private final Storage storage = new SealedStorage(new InMemoryStorage(), Optional.empty(), key -> true);

    @Override
    public Storage storage() {
        return storage;
    }
}
