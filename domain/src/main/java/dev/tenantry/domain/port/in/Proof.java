package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Optional;

/**
 * Why a callback is believed.
 *
 * <p>A proof is only as good as the record that it was checked against. It travels with the callback and is checked once
 * more against the record that the callback is about to change, so that nothing that happens in between makes it worth
 * more than it is.
 */
public sealed interface Proof {

    /** Returns whether this still proves anything about the tenant; empty if the tenant has no record. */
    boolean holdsFor(Optional<TenantRecord> stored);

    /** The host signed with its own key. */
    record InstallKey() implements Proof {
        @Override
        public boolean holdsFor(Optional<TenantRecord> stored) {
            return true;
        }
    }

    /** Forge signed with its own key. */
    record ForgeKey() implements Proof {
        @Override
        public boolean holdsFor(Optional<TenantRecord> stored) {
            return true;
        }
    }

    /**
     * The host signed with the secret that it shares with the app.
     *
     * @param secret which one
     */
    record TenantSecret(SharedSecret secret) implements Proof {
        @Override
        public boolean holdsFor(Optional<TenantRecord> stored) {
            return stored.flatMap(r -> r.secrets().forCallbacks())
                    .filter(secret::equals)
                    .isPresent();
        }
    }

    /** Nobody signed: Bitbucket's very first install, which can prove nothing about a tenant that exists. */
    record Nothing() implements Proof {
        @Override
        public boolean holdsFor(Optional<TenantRecord> stored) {
            return stored.isEmpty();
        }
    }
}
