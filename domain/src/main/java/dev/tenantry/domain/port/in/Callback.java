package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.TenantId;
import java.time.Instant;

/**
 * An authenticated call of the host about one tenant.
 *
 * @param tenant whom it is about
 * @param at its place in the order of callbacks: the token's {@code iat}
 * @param proof why it is believed
 */
public record Callback(TenantId tenant, Instant at, Proof proof) {}
