package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.MigrationId;
import java.time.Instant;
import java.util.Optional;

/**
 * A migration as the host wants it.
 *
 * @param id which
 * @param location where the tenant goes, as the host calls it; may be a place that we do not know
 * @param until when the time for it ends; empty if the host does not say
 */
public record MigrationOrder(MigrationId id, String location, Optional<Instant> until) {}
