package dev.tenantry.app.encryption;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.StorageContract;
import java.util.Optional;

/** The whole kit, with every secret and every setting sealed. */
class SealedMemoryTest implements StorageContract {

    private static final Keyset KEYSET = Keyset.mint();

    private final Storage storage = new SealedStorage(new InMemoryStorage(), Optional.of(KEYSET), key -> true);

    @Override
    public Storage storage() {
        return storage;
    }
}
