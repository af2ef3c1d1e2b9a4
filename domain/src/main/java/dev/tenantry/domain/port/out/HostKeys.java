package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.token.KeyId;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * The public keys with which the host signs {@code installed} and {@code uninstalled}.
 *
 * <p>Safe for use by many threads.
 */
public interface HostKeys {

    /**
     * Returns the key that the host publishes under this id, or empty if it publishes none.
     *
     * @throws HostUnavailableException if the host cannot be asked, or answers something that is no key
     * @throws RejectedException with {@code TOO_MANY_REQUESTS} if too many unknown ids were asked for of late
     */
    Optional<RSAPublicKey> find(KeyId kid);
}
