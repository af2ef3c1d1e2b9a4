package dev.tenantry.domain.testkit;

import dev.tenantry.domain.port.out.Storage;

class InMemoryStorageTest implements StorageContract {

    private final Storage storage = new InMemoryStorage();

    @Override
    public Storage storage() {
        return storage;
    }
}
