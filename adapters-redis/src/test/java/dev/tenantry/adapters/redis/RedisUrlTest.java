package dev.tenantry.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.redis.RedisUrl.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisUrlTest {

    @Test
    void singleServerHasADatabase() {
        var url = RedisUrl.parse("redis://cache.example:7000/3").orElseThrow();
        assertThat(url)
                .isEqualTo(new RedisUrl(Kind.SINGLE, Set.of(new HostAndPort("cache.example", 7000)), "3", false));
        assertThat(url.database()).isEqualTo(3);
    }

    @Test
    void portAndDatabaseMayBeLeftOut() {
        var url = RedisUrl.parse("rediss://[::1]").orElseThrow();
        assertThat(url).isEqualTo(new RedisUrl(Kind.SINGLE, Set.of(new HostAndPort("::1", 6379)), "", true));
        assertThat(url.database()).isZero();
    }

    @Test
    void clusterHasNodes() {
        assertThat(RedisUrl.parse("redis+cluster://a:1,b:65535"))
                .contains(new RedisUrl(
                        Kind.CLUSTER, Set.of(new HostAndPort("a", 1), new HostAndPort("b", 65535)), "", false));
    }

    @Test
    void sentinelsKnowAMaster() {
        assertThat(RedisUrl.parse("rediss+sentinel://a,b:7000/main"))
                .contains(new RedisUrl(
                        Kind.SENTINEL, Set.of(new HostAndPort("a", 26379), new HostAndPort("b", 7000)), "main", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "redis:",
                "redis://",
                "redis://a:0",
                "redis://a:65536",
                "redis://a:1/x",
                "redis://a:1,b:2",
                "redis://user:secret@a:1",
                "redis+cluster://a:1/0",
                "redis+sentinel://a:1",
                "redis+other://a:1",
                "jdbc:redis://a:1"
            })
    void otherUrlsAreRefused(String url) {
        assertThat(RedisUrl.parse(url)).isEmpty();
    }
}
