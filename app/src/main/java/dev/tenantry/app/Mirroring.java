package dev.tenantry.app;

import dev.tenantry.app.command.HostAccess;
import dev.tenantry.domain.model.MirroredKeys;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.UseSettings;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.Mirror;
import dev.tenantry.domain.service.MirrorWhenInstalled;
import dev.tenantry.domain.service.MirroredSettings;
import dev.tenantry.domain.service.MirroredStorage;
import io.dropwizard.lifecycle.setup.LifecycleEnvironment;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/**
 * The copying of settings to the hosts, while the server runs.
 *
 * @param mirror empty if no setting is copied
 * @param afterwards makes the copies
 */
record Mirroring(Optional<Mirror> mirror, Executor afterwards) {

    private static final int THREADS = 4;

    /** Copies that wait longer than for so many others are left to a reconcile. */
    private static final int MAX_WAITING = 1000;

    static Mirroring of(MirroredKeys keys, Storage storage, HostAccess host, LifecycleEnvironment lifecycle) {
        if (keys.keys().isEmpty()) {
            return new Mirroring(Optional.empty(), Runnable::run);
        }
        var threads = lifecycle
                .executorService("mirror")
                .minThreads(THREADS)
                .maxThreads(THREADS)
                .workQueue(new ArrayBlockingQueue<>(MAX_WAITING))
                .build();
        return new Mirroring(Optional.of(new Mirror(storage, host.properties(), keys)), threads);
    }

    Stream<LifecycleListener> listeners() {
        return mirror.stream().map(copying -> new MirrorWhenInstalled(copying, afterwards));
    }

    Storage over(Storage storage) {
        return mirror.<Storage>map(copying -> new MirroredStorage(storage, copying, afterwards))
                .orElse(storage);
    }

    UseSettings over(UseSettings settings) {
        return mirror.<UseSettings>map(copying -> new MirroredSettings(settings, copying))
                .orElse(settings);
    }
}
