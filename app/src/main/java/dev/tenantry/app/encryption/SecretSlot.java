package dev.tenantry.app.encryption;

import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import java.util.Locale;
import java.util.Optional;

/** The places that a tenant's record has for secrets. */
enum SecretSlot {
    CURRENT {
        @Override
        Optional<SharedSecret> of(Secrets secrets) {
            return secrets.current();
        }
    },
    PREVIOUS {
        @Override
        Optional<SharedSecret> of(Secrets secrets) {
            return secrets.previous().map(Secrets.Previous::secret);
        }
    },
    RETIRED {
        @Override
        Optional<SharedSecret> of(Secrets secrets) {
            return secrets.retired();
        }
    };

    /** Returns the secret that is there, or empty if there is none. */
    abstract Optional<SharedSecret> of(Secrets secrets);

    /** Part of what seals are bound to: a name here can never change. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
