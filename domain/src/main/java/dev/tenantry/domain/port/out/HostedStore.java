package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.JsonText;
import java.util.List;
import java.util.Map;

/**
 * Forge's hosted key-value store of one installation.
 *
 * <p>Keeps the rate that Forge allows, by waiting. Each method throws {@link HostUnavailableException} if the store cannot
 * be asked, does not believe the token or answers what tells nothing; what was written until then stays written. Not safe
 * for use by many threads: the rate is that of one caller.
 */
public interface HostedStore {

    /** The most keys in one call. */
    int MAX_KEYS = 25;

    /** The most bytes of keys and values in one call; under the 4 MB of the request with the JSON around them. */
    int MAX_BYTES = 3_900_000;

    /**
     * Returns the values of those keys that there are, as Forge writes them.
     *
     * @param keys 1 to {@value #MAX_KEYS}, each once
     */
    Map<HostedKey, JsonText> find(HostedShelf shelf, List<HostedKey> keys);

    /**
     * Writes values, whatever was there before.
     *
     * @param values 1 to {@value #MAX_KEYS}, each key once, together at most {@value #MAX_BYTES} bytes
     * @return those that Forge refused, and its word for why; empty if all were written
     */
    Map<HostedKey, String> put(HostedShelf shelf, List<HostedValue> values);
}
