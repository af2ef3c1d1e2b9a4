package dev.tenantry.adapters.mongo;

import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.mongo.BreakingServer.When;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that dies at any command of a call leaves what was before the call or what is after it, and never half. */
@Timeout(60)
class CrashTest {

    private static final BreakingServer SERVER = new BreakingServer();

    private final Storage storage = Config.prepared(Config.newDatabase(SERVER.address()));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        SERVER.mend();
        storage.close();
    }

    /** Returns whether the call came to its end before the server died. */
    private static boolean survives(int command, When when, Runnable call) {
        SERVER.breakAt(command, when);
        try {
            call.run();
            return !SERVER.mend();
        } catch (StorageException broken) {
            SERVER.mend();
            return false;
        }
    }

    /** Runs a call that dies at its first command, at its second and so on, until it survives. */
    private static void assertDiesAtEachOf(int commands, IntPredicate call) {
        int died = 0;
        while (died <= commands && !call.test(died)) {
            died++;
        }
        assertThat(died).as("commands of the call").isEqualTo(commands);
    }

    private void begin(TenantRecord record, Setting setting) {
        storage.installations()
                .commit(new Commit(
                        record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of(setting)));
    }

    private List<Setting> settingsOf(TenantRecord record) {
        return storage.settings().page(record.life().orElseThrow(), Optional.empty(), 10);
    }

    private boolean commits(int command, When when) {
        var old = tenant(when + " command " + command);
        var kept = setting("mine", "1");
        begin(old, kept);
        var seeds = List.of(setting("a", "2"), setting("b", "3"));
        var next = reborn(old, seeds.get(0), seeds.get(1));
        var turn = new Commit(old.id(), Optional.of(old), Optional.of(next), old.incarnation(), seeds);
        boolean survived = survives(command, when, () -> storage.installations().commit(turn));
        var found = storage.installations().find(old.id()).orElseThrow();
        assertThat(found).isIn(old, next);
        assertThat(settingsOf(found)).isEqualTo(found.equals(old) ? List.of(kept) : seeds);
        assertThat(storage.installations().commit(turn)).isEqualTo(found.equals(old));
        assertThat(settingsOf(next)).isEqualTo(seeds);
        return survived;
    }

    @Test
    void commitIsWholeOrNothingAndCanBeRepeated() {
        int readPlantReplaceDrop = 4;
        for (var when : When.values()) {
            assertDiesAtEachOf(readPlantReplaceDrop, command -> commits(command, when));
        }
    }

    private boolean puts(int command, When when) {
        var record = tenant(when + " command " + command);
        var before = setting("a", "1");
        begin(record, before);
        var after = setting("a", "2");
        var life = record.life().orElseThrow();
        boolean survived =
                survives(command, when, () -> storage.settings().put(life, after, new Precondition.Present(), 10));
        assertThat(settingsOf(record)).isIn(List.of(before), List.of(after));
        return survived;
    }

    @Test
    void putIsDoneOrNot() {
        int replaceLook = 2;
        for (var when : When.values()) {
            assertDiesAtEachOf(replaceLook, command -> puts(command, when));
        }
    }
}
