package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tenantry.domain.port.out.StorageFactory;
import jakarta.validation.Valid;

/**
 * One of the {@code regions} of config.yml: a deployment of the same app elsewhere.
 *
 * @param baseUrl where hosts reach it
 * @param storage its backend, with the keys of the block {@code storage}; not opened yet
 */
public record RegionBlock(
        HttpUrl baseUrl,

        @Valid @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
        StorageFactory storage) {

    /** Jackson passes null for an absent key. */
    public RegionBlock {
        if (baseUrl == null || storage == null) {
            throw new IllegalArgumentException("regions: each needs a baseUrl and a storage");
        }
    }
}
