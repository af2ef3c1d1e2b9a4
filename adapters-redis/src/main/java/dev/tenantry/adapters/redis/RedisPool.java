package dev.tenantry.adapters.redis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * The connections of the storage: {@code storage.pool}.
 *
 * @param maxSize the most calls that may be at work at the same moment, and the most connections to one server; others
 *     wait; 1 to 1000, 16 if absent
 */
public record RedisPool(@Min(1) @Max(1000) Integer maxSize) {

    static final int DEFAULT_SIZE = 16;

    /** Jackson passes null for an absent key. */
    public RedisPool {
        maxSize = maxSize == null ? DEFAULT_SIZE : maxSize;
    }
}
