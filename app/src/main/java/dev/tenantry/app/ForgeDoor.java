package dev.tenantry.app;

import dev.tenantry.adapters.http.evidence.ForgeLinkEvidence;
import dev.tenantry.adapters.http.keys.ForgeKeys;
import dev.tenantry.app.config.AppBlock;
import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.in.ServeForge;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.ForgeService;
import io.dropwizard.core.setup.Environment;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The app's place on Forge, if it has one.
 *
 * @param app the app's configuration
 * @param storage where the tenants are
 * @param clock the time
 * @param sealed whether the storage seals what is secret
 */
record ForgeDoor(AppBlock app, Storage storage, Clock clock, boolean sealed) {

    /** Forge waits five seconds for an answer; the storage needs its share of them. */
    private static final Duration KEY_TIMEOUT = Duration.ofSeconds(1);

    private static final Duration EVIDENCE_TIMEOUT = Duration.ofSeconds(1);

    Optional<ServeForge> open(Environment environment, ManageLifecycle lifecycle) {
        return app.forge().toApp().map(forge -> serve(forge, environment, lifecycle));
    }

    private ServeForge serve(ForgeApp forge, Environment environment, ManageLifecycle lifecycle) {
        var refresh = environment
                .lifecycle()
                .executorService("forge-keys")
                .maxThreads(1)
                .build();
        var keys = new ForgeKeys(app.forge().jwksUrl().value(), KEY_TIMEOUT, refresh);
        var connect = app.toApp();
        var evidence = new ForgeLinkEvidence(connect, app.forge().apiUrl().value(), EVIDENCE_TIMEOUT);
        return new ForgeService(
                new ForgeService.Apps(connect, forge),
                storage,
                lifecycle,
                new ForgeService.Host(keys, evidence, clock, sealed));
    }
}
