package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * For backends on a server: one that no longer answers, without a word, is a failure as soon as the configured timeout has
 * passed, and no later. The bound of these tests lies between one timeout and two.
 */
public interface SilenceContract extends StorageUnderTest {

    /** Long enough that a busy machine takes less than a third of it to notice. */
    Duration TIMEOUT = Duration.ofSeconds(4);

    Duration BOUND = TIMEOUT.plusSeconds(3);

    /** How a URL names the server. */
    Pattern SERVER = Pattern.compile("//[^:/?]+:([0-9]+)");

    /** Returns the URL of the place under test, which names a server of this machine with its port. */
    String place();

    /** Returns the configuration of the same place under another URL. */
    StorageFactory at(String url, Duration timeout);

    private Detour detour() {
        var server = SERVER.matcher(place());
        assertThat(server.find()).isTrue();
        return Detour.to(Integer.parseInt(server.group(1)));
    }

    private Storage open(Detour detour) {
        return at(SERVER.matcher(place()).replaceFirst("//" + detour.address()), TIMEOUT)
                .open();
    }

    private static void assertFailInTime(List<Runnable> calls) {
        var running = calls.stream()
                .map(call -> CompletableFuture.runAsync(call, task -> new Thread(task).start()))
                .toList();
        assertThat(running)
                .allSatisfy(call -> assertThat(call)
                        .failsWithin(BOUND)
                        .withThrowableOfType(ExecutionException.class)
                        .withCauseInstanceOf(StorageException.class));
    }

    private static List<Runnable> calls(Storage storage, TenantRecord record, Life life) {
        return List.of(
                storage::ping,
                () -> storage.installations().find(record.id()),
                () -> storage.installations().commit(Commit.replace(record, record)),
                () -> storage.settings().find(life, setting("a", "1").key()),
                () -> storage.settings().put(life, setting("b", "2"), new Any(), 10),
                () -> storage.links().link(link("alias", "acme")));
    }

    @Test
    default void callsOnConnectionsThatFellSilentFailInTime() {
        var record = tenant("acme");
        var life = begin(record, setting("a", "1"));
        try (var detour = detour();
                var storage = open(detour)) {
            calls(storage, record, life).stream().parallel().forEach(Runnable::run);
            detour.fallSilent();
            // At first on connections that were in use a moment ago, then on those that must be looked at before, or
            // made.
            assertFailInTime(calls(storage, record, life));
            assertFailInTime(calls(storage, record, life));
            detour.speak();
            Wait.untilItAnswers(storage);
            assertThat(storage.installations().find(record.id())).contains(record);
        }
    }

    @Test
    default void callsFailInTimeWhenTheirConnectionIsNeverAnswered() {
        try (var detour = detour()) {
            detour.fallSilent();
            var attempts = Stream.<Runnable>of(
                    () -> call(detour, Storage::ping),
                    () -> call(
                            detour,
                            storage ->
                                    storage.installations().find(tenant("acme").id())),
                    () -> call(detour, Storage::isPrepared));
            assertFailInTime(attempts.toList());
        }
    }

    private void call(Detour detour, Consumer<Storage> work) {
        try (var storage = open(detour)) {
            work.accept(storage);
        }
    }
}
