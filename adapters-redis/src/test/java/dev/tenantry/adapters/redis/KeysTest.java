package dev.tenantry.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.TenantId;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.util.JedisClusterCRC16;

class KeysTest {

    private final Keys keys = new Keys("tenantry");

    @ParameterizedTest
    @ValueSource(strings = {"acme", "{00}", "}{", "{}", "a:{b}:c", "{", "\uD83D\uDE00"})
    void allKeysOfATenantShareASlotWhateverItIsCalled(String name) {
        var tenant = new TenantId(name);
        var life = Optional.of(Incarnation.LEGACY);
        var all = Stream.of(
                keys.record(tenant),
                keys.tenants(tenant),
                keys.aliases(tenant),
                keys.values(tenant, life),
                keys.names(tenant, life),
                keys.names(tenant, Optional.empty()));
        assertThat(all.map(JedisClusterCRC16::getSlot).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "{00}", "other"})
    void everyTenantIsInOneOfTheLists(String name) {
        assertThat(new HashSet<>(keys.tenants())).hasSize(Keys.BUCKETS).contains(keys.tenants(new TenantId(name)));
    }
}
