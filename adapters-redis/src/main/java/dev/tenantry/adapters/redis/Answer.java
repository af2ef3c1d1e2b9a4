package dev.tenantry.adapters.redis;

import org.jspecify.annotations.Nullable;

/**
 * What one server says.
 *
 * @param server its host and port
 * @param reply as the driver gives it
 */
record Answer(String server, @Nullable Object reply) {}
