package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callbacks come in any order and at the same time. */
class LifecycleOrderTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();

    @Test
    void disabledThenUninstalledEndsUninstalled() {
        var disabled = site.callback("disabled");
        var uninstalled = later(site, "uninstalled");

        assertThat(SERVER.send(disabled).status()).isEqualTo(204);
        assertThat(SERVER.send(uninstalled).status()).isEqualTo(204);

        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
    }

    @Test
    void uninstalledThenDisabledEndsUninstalled() {
        var disabled = site.callback("disabled");
        var uninstalled = later(site, "uninstalled");

        assertThat(SERVER.send(uninstalled).status()).isEqualTo(204);
        assertThat(SERVER.send(disabled).status()).isEqualTo(204);

        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
    }

    @RepeatedTest(20)
    void disabledAndUninstalledAtTheSameTimeEndUninstalled() throws Exception {
        var disabled = site.callback("disabled");
        var uninstalled = site.callback("uninstalled");

        assertThat(atTheSameTime(disabled, uninstalled)).containsOnly(204);

        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(SERVER.send(site.get("appSettings")).status()).isEqualTo(401);
    }

    @RepeatedTest(5)
    void firstInstallsAtTheSameTimeMakeOneTenant() throws Exception {
        var fresh = SERVER.newSite();
        var install = fresh.callback("installed");

        assertThat(atTheSameTime(install, install, install, install)).containsOnly(204);

        assertThat(SERVER.send(fresh.get("appSettings")).status()).isEqualTo(200);
    }

    @Test
    void olderInstallDoesNotBringBackATenant() {
        var stale = site.callback("installed");
        SERVER.clock().advance(Duration.ofSeconds(40));
        SERVER.send(site.callback("uninstalled"));

        assertThat(SERVER.send(stale).status()).isEqualTo(204);

        assertThat(status()).isEqualTo(TenantStatus.UNINSTALLED);
    }

    @Test
    void reinstallStartsWithTheDefaultsAgain() {
        SERVER.send(site.put("key", "1"));
        SERVER.send(site.callback("uninstalled"));
        SERVER.clock().advance(Duration.ofSeconds(1));
        SERVER.send(site.callback("installed"));

        assertThat(SERVER.send(site.get("key")).code()).isEqualTo("not-found");
        assertThat(SERVER.send(site.get("appSettings")).status()).isEqualTo(200);
    }

    private static Call later(Site site, String event) {
        SERVER.clock().advance(Duration.ofSeconds(1));
        return site.callback(event);
    }

    private TenantStatus status() {
        return SERVER.record(site).map(TenantRecord::lifecycle).orElseThrow().status();
    }

    private static List<Integer> atTheSameTime(Call... calls) throws Exception {
        var barrier = new CyclicBarrier(calls.length);
        var pool = Executors.newFixedThreadPool(calls.length);
        try {
            var senders = List.of(calls).stream()
                    .map(call -> (Callable<Integer>) () -> {
                        barrier.await();
                        return SERVER.send(call).status();
                    })
                    .toList();
            var statuses = new java.util.ArrayList<Integer>();
            for (var answer : pool.invokeAll(senders)) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            pool.shutdownNow();
        }
    }
}
