package dev.tenantry.adapters.mongo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The connections of the storage: {@code storage.pool}.
 *
 * @param maxSize the most connections to each server, 1 to 1000; 16 if absent
 */
public record MongoPool(@Min(1) @Max(1000) Integer maxSize) {

    private static final int DEFAULT_MAX_SIZE = 16;

    /** Jackson passes null for an absent key. */
    public MongoPool {
        maxSize = maxSize == null ? DEFAULT_MAX_SIZE : maxSize;
    }

    static MongoPool usual() {
        return new MongoPool(DEFAULT_MAX_SIZE);
    }
}
