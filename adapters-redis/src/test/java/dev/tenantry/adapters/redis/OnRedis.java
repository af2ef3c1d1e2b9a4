package dev.tenantry.adapters.redis;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.DurabilityContract;
import dev.tenantry.domain.testkit.OutageContract;
import dev.tenantry.domain.testkit.RecoveryContract;
import dev.tenantry.domain.testkit.StorageContract;
import io.dropwizard.util.Duration;
import org.junit.jupiter.api.AfterEach;

/** The whole kit on real servers that all tests of a class share, each with a prefix of its own. */
interface OnRedis extends StorageContract, DurabilityContract, OutageContract, RecoveryContract {

    Prefix prefix();

    /** Returns a URL of this kind where nobody listens. */
    String urlOfNobody();

    @Override
    default Storage storage() {
        return prefix().storage();
    }

    @Override
    default Storage reopen() {
        return prefix().reopen();
    }

    @Override
    default StorageFactory unreachable() {
        return Config.of(urlOfNobody(), Config.newPrefix(), Duration.seconds(2));
    }

    @Override
    default StorageFactory impatient() {
        return prefix().within(Duration.seconds(2));
    }

    @Override
    default void stopServer() {
        prefix().servers().kill();
    }

    @Override
    default void startServer() {
        prefix().servers().restart();
    }

    @AfterEach
    default void close() {
        prefix().close();
    }
}
