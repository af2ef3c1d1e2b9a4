package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.model.TenantId;

/** Hears of tenants that a walk through all of them had to pass over. */
@FunctionalInterface
public interface TenantFailures {

    /** Hears of one, and why. */
    void failed(TenantId tenant, DomainException failure);
}
