package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.BrokenConnection.When;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A server that dies at any of its calls leaves nothing that the next callback or purge does not repair. */
interface CrashContract extends StorageUnderTest {

    /** All that can be seen of a tenant, but which incarnation it is. */
    record State(Optional<TenantRecord> record, boolean hasSettings, List<Setting> settings, List<Link> links) {}

    private Server server(Storage storage, OnUninstall onUninstall) {
        return new Server(storage, onUninstall, TestClock.at(Server.NOW));
    }

    private State state() {
        var record = storage().installations().find(Server.ACME);
        var life = record.flatMap(TenantRecord::life)
                .filter(open -> record.orElseThrow().isOpenFor(open));
        return new State(
                record.map(stored -> new TenantRecord(
                        stored.id(),
                        stored.installation(),
                        stored.secrets(),
                        stored.lifecycle(),
                        Optional.of(Incarnation.LEGACY),
                        stored.seeds())),
                record.flatMap(TenantRecord::incarnation).isPresent(),
                life.map(open -> storage().settings().page(open, Optional.empty(), 100))
                        .orElse(List.of()),
                storage().links().list(Server.ACME));
    }

    private void forget() {
        storage().links().list(Server.ACME).forEach(storage().links()::unlink);
        storage()
                .installations()
                .find(Server.ACME)
                .ifPresent(record -> storage()
                        .installations()
                        .commit(new Commit(
                                Server.ACME, Optional.of(record), Optional.empty(), record.incarnation(), List.of())));
    }

    /** Runs the action on a store that breaks at this call; returns whether it got that far. */
    private boolean breaks(OnUninstall onUninstall, Consumer<Server> action, int call, When when) {
        try {
            action.accept(server(new InterceptedStorage(storage(), new BrokenConnection(call, when)), onUninstall));
            return false;
        } catch (StorageException broken) {
            return true;
        }
    }

    /** Compares, for a crash at each call of the action, what the repair makes of it with what it makes of no crash. */
    private void assertRepaired(
            OnUninstall onUninstall, Consumer<Server> before, Consumer<Server> action, Consumer<Server> repair) {
        var server = server(storage(), onUninstall);
        before.andThen(action).andThen(repair).accept(server);
        var undisturbed = state();
        for (var when : When.values()) {
            boolean broken = true;
            for (int call = 0; broken; call++) {
                forget();
                before.accept(server);
                broken = breaks(onUninstall, action, call, when);
                repair.accept(server);
                assertThat(state()).as("broken %s call %d", when, call).isEqualTo(undisturbed);
            }
        }
    }

    private static void install(Server server) {
        server.installed(Server.ACME, 0);
        server.settings().put(server.access(Server.ACME), setting("mine", "1"), new Precondition.Any());
    }

    private static void installAndUninstall(Server server) {
        install(server);
        server.uninstalled(Server.ACME, 40);
    }

    @Test
    default void installThatIsRepeatedAfterACrashIsWhole() {
        Consumer<Server> installed = server -> server.installed(Server.ACME, 0);
        assertRepaired(OnUninstall.DELETE, server -> {}, installed, installed);
    }

    @Test
    default void linkThatACrashLeftOutIsMadeByTheNextInstallEvenIfItLeavesTheAliasOut() {
        int findAndCommit = 2;
        assertThat(breaks(OnUninstall.DELETE, server -> server.installed(Server.ACME, 0), findAndCommit, When.BEFORE))
                .isTrue();
        assertThat(storage().links().list(Server.ACME)).isEmpty();
        server(storage(), OnUninstall.DELETE).installedWithoutAlias(Server.ACME, 20);
        assertThat(storage().links().resolve(Server.aliasOf(Server.ACME))).contains(Server.ACME);
    }

    @Test
    default void newSecretThatIsRepeatedAfterACrashShiftsSecretsOnce() {
        Consumer<Server> installed = server -> server.installed(Server.ACME, 50, "new secret");
        assertRepaired(OnUninstall.DELETE, CrashContract::install, installed, installed);
    }

    @Test
    default void reinstallThatIsRepeatedAfterACrashIsWhole() {
        Consumer<Server> installed = server -> server.installed(Server.ACME, 50, "new secret");
        for (var onUninstall : OnUninstall.values()) {
            assertRepaired(onUninstall, CrashContract::installAndUninstall, installed, installed);
            forget();
        }
    }

    @Test
    default void uninstallThatIsRepeatedAfterACrashIsWhole() {
        Consumer<Server> uninstalled = server -> server.uninstalled(Server.ACME, 40);
        for (var onUninstall : OnUninstall.values()) {
            assertRepaired(onUninstall, CrashContract::install, uninstalled, uninstalled);
            forget();
        }
    }

    @Test
    default void retainedSettingsSurviveACrashOfTheUninstall() {
        Consumer<Server> uninstalled = server -> server.uninstalled(Server.ACME, 40);
        Consumer<Server> comesBack = uninstalled.andThen(server -> server.installed(Server.ACME, 50));
        assertRepaired(OnUninstall.RETAIN, CrashContract::install, uninstalled, comesBack);
    }

    @Test
    default void droppedSettingsStayAwayAfterACrashOfTheUninstall() {
        Consumer<Server> uninstalled = server -> server.uninstalled(Server.ACME, 40);
        Consumer<Server> comesBack = uninstalled.andThen(server -> server.installed(Server.ACME, 50));
        assertRepaired(OnUninstall.DELETE, CrashContract::install, uninstalled, comesBack);
    }

    @Test
    default void nextPurgeFinishesWhatACrashLeft() {
        for (var onUninstall : OnUninstall.values()) {
            assertRepaired(onUninstall, CrashContract::installAndUninstall, Server::purge, Server::purge);
            assertThat(storage().installations().find(Server.ACME)).isEmpty();
        }
    }

    /** Only that the tenant was here before may be remembered: it orders callbacks that are still on their way. */
    @Test
    default void installTakesOverWhatACrashOfThePurgeLeft() {
        assertRepaired(OnUninstall.DELETE, CrashContract::installAndUninstall, Server::purge, server -> {
            server.installed(Server.ACME, 50);
            var record = storage().installations().find(Server.ACME).orElseThrow();
            replace(record, record.with(Lifecycle.starting(record.lifecycle().installedAt())));
        });
    }
}
