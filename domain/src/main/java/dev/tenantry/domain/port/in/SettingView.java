package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingKey;

/**
 * A setting as callers see it.
 *
 * @param key its name
 * @param value its exact text; a secret member is {@code {"$secret":true}}
 * @param etag names the stored value, secrets included; preconditions compare with it
 * @param valid whether the stored value is as the app declares it: one that was stored before the declaration may not be
 */
public record SettingView(SettingKey key, JsonText value, ETag etag, boolean valid) {}
