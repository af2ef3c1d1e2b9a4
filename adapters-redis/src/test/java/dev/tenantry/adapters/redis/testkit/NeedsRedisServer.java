package dev.tenantry.adapters.redis.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests that are skipped where there is no redis-server, unless there must be one. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "dev.tenantry.adapters.redis.testkit.RedisServer#isWanted",
        disabledReason = "no redis-server on the PATH or in TENANTRY_TEST_REDIS")
public @interface NeedsRedisServer {}
