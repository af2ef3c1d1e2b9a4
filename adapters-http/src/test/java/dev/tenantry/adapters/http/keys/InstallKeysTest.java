package dev.tenantry.adapters.http.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.token.KeyId;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstallKeysTest {

    private static final KeyId KID = new KeyId("2f8b.A_z-9");
    private static final Duration PATIENT = Duration.ofSeconds(20);

    private final KeyServerStandIn host = new KeyServerStandIn();
    private final AtomicLong nanos = new AtomicLong();
    private final InstallKeys keys = new InstallKeys(new KeyServer(host.url(), PATIENT), nanos::get);

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void keyIsFoundUnderItsId() {
        host.answer(200, host.pem());

        assertThat(keys.find(KID)).contains(host.publicKey());
        assertThat(host.requests()).containsExactly("/keys/2f8b.A_z-9");
    }

    @Test
    void foundKeyIsRememberedForADay() {
        host.answer(200, host.pem());
        keys.find(KID);
        host.answer(500, "");

        advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(keys.find(KID)).isPresent();
        advance(Duration.ofSeconds(1));
        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(KID));
    }

    @Test
    void missingKeyIsRememberedForAMinute() {
        host.answer(404, "no such key");
        assertThat(keys.find(KID)).isEmpty();
        host.answer(200, host.pem());

        advance(Duration.ofSeconds(59));
        assertThat(keys.find(KID)).isEmpty();
        assertThat(host.requests()).hasSize(1);
        advance(Duration.ofSeconds(1));
        assertThat(keys.find(KID)).isPresent();
    }

    @Test
    void failureIsNotRemembered() {
        host.answer(503, host.pem());
        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(KID));

        host.answer(200, host.pem());
        assertThat(keys.find(KID)).isPresent();
    }

    @Test
    void redirectIsNotFollowed() {
        host.redirect("/elsewhere");

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(KID));
        assertThat(host.requests()).hasSize(1);
    }

    @Test
    void weakKeyIsRefused() {
        host.answer(200, KeyServerStandIn.pemOf("RSA", 1024));

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(KID));
    }

    @Test
    void keyOfAnotherKindIsRefused() {
        host.answer(200, KeyServerStandIn.pemOf("EC", 256));

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(KID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "-----BEGIN PUBLIC KEY-----\n!!!\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----\n=\n-----END PUBLIC KEY-----",
            })
    void answerThatIsNoKeyIsAFailure(String body) {
        host.answer(200, body);

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(KID));
    }

    @Test
    void answerIsReadUpToEightKibibytes() {
        host.answer(200, host.pem() + " ".repeat(PublicKeys.MAX_BYTES));

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> keys.find(KID))
                .withMessageContaining("too large");
    }

    @Test
    void answerThatDoesNotEndIsGivenUp() {
        var impatient = new InstallKeys(new KeyServer(host.url(), Duration.ofMillis(200)), nanos::get);
        host.neverEnd(host.pem());

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> impatient.find(KID));
    }

    @Test
    void serverThatIsNotThereIsAFailure() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        var lonely = new InstallKeys(URI.create("http://127.0.0.1:" + nobody), PATIENT);

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> lonely.find(KID));
    }

    @Test
    @Timeout(60)
    void callersOfOneKeyShareOneFetch() throws Exception {
        host.answerWhenReleased(200, host.pem());
        var answers = new ArrayList<FutureTask<Boolean>>();
        for (int i = 0; i < 4; i++) {
            answers.add(new FutureTask<>(() -> keys.find(KID).isPresent()));
            awaitWaiting(new Thread(answers.get(i)));
        }

        host.release();

        for (var answer : answers) {
            assertThat(answer.get()).isTrue();
        }
        assertThat(host.requests()).hasSize(1);
    }

    @Test
    void unknownKeysHaveABudgetThatRememberedOnesNeverWaitFor() {
        host.answer(200, host.pem());
        keys.find(KID);
        host.answer(404, "");
        for (int i = 1; i < InstallKeys.BURST; i++) {
            assertThat(keys.find(new KeyId("unknown-" + i))).isEmpty();
        }

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> keys.find(new KeyId("one-too-many")))
                .returns(ErrorCode.TOO_MANY_REQUESTS, RejectedException::code);
        assertThat(keys.find(KID)).isPresent();
        assertThat(keys.find(new KeyId("unknown-1"))).isEmpty();
        assertThat(host.requests()).hasSize(InstallKeys.BURST);
    }

    @Test
    void budgetComesBackWithTime() {
        host.answer(404, "");
        for (int i = 0; i < InstallKeys.BURST; i++) {
            keys.find(new KeyId("unknown-" + i));
        }
        advance(Duration.ofMillis(100));

        assertThat(keys.find(new KeyId("one-more"))).isEmpty();
        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> keys.find(new KeyId("another")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://keys.example.com",
                "http://10.0.0.1",
                "ftp://127.0.0.1",
                "keys",
                "https:///x",
                "file:///etc"
            })
    void serverMustBeHttpsOrLocal(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> new InstallKeys(URI.create(url), PATIENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://keys.example.com/", "http://localhost:1", "http://127.0.0.1", "http://[::1]:9"})
    void httpsAndLoopbackServersAreTaken(String url) {
        assertThat(new InstallKeys(URI.create(url), PATIENT)).isNotNull();
    }

    /** Returns once the thread waits: for the server, or for another thread that does. */
    private static void awaitWaiting(Thread caller) {
        caller.start();
        while (caller.getState() != Thread.State.WAITING && caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }
}
