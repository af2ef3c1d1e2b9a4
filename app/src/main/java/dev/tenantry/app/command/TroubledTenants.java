package dev.tenantry.app.command;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.TenantFailures;

/** Prints each tenant that a command had to pass over, and remembers that there was one. */
final class TroubledTenants implements TenantFailures {

    private int count;

    @Override
    public void failed(TenantId tenant, DomainException failure) {
        count++;
        System.err.println("tenant " + tenant + ": " + failure.getMessage());
    }

    /** Throws {@link HostUnavailableException} if there was one, so that the command fails. */
    void requireNone() {
        if (count > 0) {
            throw new HostUnavailableException(count + " tenants were passed over; run the command again later");
        }
    }
}
