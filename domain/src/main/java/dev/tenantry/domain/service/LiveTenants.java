package dev.tenantry.domain.service;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.TenantFailures;
import dev.tenantry.domain.port.out.Installations;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A walk through the tenants that are installed and enabled, and whose hosts the app can call. */
final class LiveTenants {

    private static final int PAGE = 100;

    private final Installations installations;

    LiveTenants(Installations installations) {
        this.installations = installations;
    }

    /**
     * Visits each tenant once. What a visit fails with is told and does not end the walk, but a failure of the storage
     * does; a tenant whose life ends during its visit is none.
     *
     * @return how many there were
     */
    Count visit(Consumer<TenantRecord> visitor, TenantFailures failures) {
        var count = new Count(0, 0);
        Optional<TenantId> after = Optional.empty();
        List<TenantRecord> page;
        do {
            page = installations.page(after, PAGE);
            var live = page.stream().filter(LiveTenants::isLive).toList();
            var callable = live.stream().filter(LiveTenants::isCallable).toList();
            callable.forEach(tenant -> visit(tenant, visitor, failures));
            count = count.plus(callable.size(), live.size() - callable.size());
            after = page.stream().reduce((first, second) -> second).map(TenantRecord::id);
        } while (page.size() == PAGE);
        return count;
    }

    /**
     * How many tenants are live.
     *
     * @param visited those that were visited
     * @param secretless those that were not, because they share no secret with the app
     */
    record Count(int visited, int secretless) {
        Count plus(int moreVisited, int moreSecretless) {
            return new Count(visited + moreVisited, secretless + moreSecretless);
        }
    }

    /** Returns whether a call to the tenant's host can be signed, which it cannot where only Forge has the app. */
    static boolean isCallable(TenantRecord tenant) {
        return tenant.secrets().current().isPresent();
    }

    private static boolean isLive(TenantRecord tenant) {
        return tenant.lifecycle().status().isLive() && tenant.incarnation().isPresent();
    }

    private static void visit(TenantRecord tenant, Consumer<TenantRecord> visitor, TenantFailures failures) {
        try {
            visitor.accept(tenant);
        } catch (HostUnavailableException | RejectedException failure) {
            failures.failed(tenant.id(), failure);
        } catch (UnauthenticatedException gone) {
            return;
        }
    }
}
