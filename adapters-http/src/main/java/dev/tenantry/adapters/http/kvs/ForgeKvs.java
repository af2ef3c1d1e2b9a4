package dev.tenantry.adapters.http.kvs;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.port.out.HostedStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The store of the installation that a token belongs to.
 *
 * <p>Source: Atlassian, Forge, "Accessing Forge storage from a remote via REST API" and "KVS/Custom Entity Store API".
 */
public final class ForgeKvs implements HostedStore {

    private final PlainShelf plain;
    private final SecretShelf secret;

    /**
     * @param url where the API is, without a slash at the end; https, or http to a loopback address
     * @param token what Forge sent as {@code x-forge-oauth-system} in a call of the installation
     * @param clock what the rate is kept by
     */
    public ForgeKvs(URI url, SystemToken token, Clock clock) {
        this(url, token, clock, KvsClient::sleep);
    }

    ForgeKvs(URI url, SystemToken token, Clock clock, Consumer<Duration> sleep) {
        var client = new KvsClient(url, token, new Pace(clock, sleep));
        this.plain = new PlainShelf(client);
        this.secret = new SecretShelf(client);
    }

    @Override
    public Map<HostedKey, JsonText> find(HostedShelf shelf, List<HostedKey> keys) {
        return shelf == HostedShelf.SECRET ? secret.find(keys) : plain.find(keys);
    }

    @Override
    public Map<HostedKey, String> put(HostedShelf shelf, List<HostedValue> values) {
        return shelf == HostedShelf.SECRET ? secret.put(values) : plain.put(values);
    }
}
