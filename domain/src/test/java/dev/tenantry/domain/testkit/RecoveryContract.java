package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.StorageFactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** For backends on a server: it is stopped while it is in use, and comes back with its data at the same address. */
@Timeout(180)
public interface RecoveryContract extends StorageUnderTest {

    /** Returns the configuration of the place under test, with a timeout of a second or two. */
    StorageFactory impatient();

    /** Stops the server, and with it all connections. */
    void stopServer();

    /** Starts the server again and waits until it answers. */
    void startServer();

    private void whileTheServerIsAway(Runnable work) {
        stopServer();
        try {
            work.run();
        } finally {
            startServer();
        }
    }

    private static void assertFail(Runnable... calls) {
        assertThat(List.of(calls))
                .allSatisfy(call ->
                        assertThatExceptionOfType(StorageException.class).isThrownBy(call::run));
    }

    @Test
    default void callsFailInTheDomainsWordsUntilTheServerIsBack() {
        var record = tenant("acme");
        var life = begin(record, setting("a", "1"));
        try (var impatient = impatient().open()) {
            whileTheServerIsAway(() -> assertFail(
                    impatient::ping,
                    () -> impatient.installations().find(record.id()),
                    () -> impatient.installations().commit(Commit.replace(record, record)),
                    () -> impatient.settings().find(life, setting("a", "1").key()),
                    () -> impatient.settings().put(life, setting("b", "2"), new Precondition.Any(), 10),
                    () -> impatient.links().link(link("alias", "acme"))));
            Wait.untilItAnswers(impatient);
            assertThat(impatient.installations().find(record.id())).contains(record);
            impatient.settings().put(life, setting("b", "3"), new Precondition.Any(), 10);
            assertThat(impatient.settings().page(life, Optional.empty(), 10))
                    .containsExactly(setting("a", "1"), setting("b", "3"));
        }
    }

    @Test
    default void nothingAcknowledgedIsLostByAnOutageInTheMidstOfWrites() {
        var life = begin(tenant("acme"));
        try (var impatient = impatient().open()) {
            var writers = Writers.start(impatient, life);
            try (writers) {
                writers.awaitWrites();
                whileTheServerIsAway(writers::awaitFailure);
                writers.awaitWrites();
            }
            Wait.untilItAnswers(impatient);
            writers.assertAllFound(impatient);
        }
    }
}
