package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.port.out.ServerKeys;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/** Server keys as strings: of those that set one, the first wins. */
final class RedisServerKeys implements ServerKeys {

    private final Redis redis;
    private final Keys keys;

    RedisServerKeys(Redis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public ServerKey findOrCreate(String name, ServerKey candidate) {
        var call = redis.call("find a server key");
        return find(call, name).orElseGet(() -> {
            call.write(Command.of(Protocol.Command.SET, keys.serverKey(name), candidate.reveal(), "NX"));
            return find(call, name)
                    .orElseThrow(() -> new StorageException("a server key was lost while it was stored"));
        });
    }

    private Optional<ServerKey> find(Call call, String name) {
        return Reply.text(call.read(Command.of(Protocol.Command.GET, keys.serverKey(name))))
                .map(ServerKey::parse);
    }
}
