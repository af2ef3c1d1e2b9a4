package dev.tenantry.adapters.http.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.adapters.http.client.ScriptedServer;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeKeysTest {

    private static final RSAPublicKey KEY = KeyServerStandIn.newKey();
    private static final KeyId OLD = new KeyId("old");
    private static final KeyId NEW = new KeyId("new");

    private final ScriptedServer forge = new ScriptedServer();
    private final AtomicLong nanos = new AtomicLong();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final ForgeKeys keys =
            new ForgeKeys(new KeySetServer(forge.url(), Duration.ofSeconds(20)), background::add, nanos::get);

    @AfterEach
    void stop() {
        forge.close();
    }

    private void publish(String... jwks) {
        forge.answer(200, "{\"keys\":[" + String.join(",", jwks) + "]}");
    }

    private static String jwk(KeyId kid) {
        return "{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\",\"n\":\"%s\",\"e\":\"AQAB\"}"
                .formatted(kid.value(), modulus());
    }

    private static String modulus() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(KEY.getModulus().toByteArray());
    }

    private void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    private void assertFetches(int count) {
        assertThat(forge.requests()).hasSize(count);
    }

    private void assertUnavailable(KeyId kid) {
        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> keys.find(kid));
    }

    @Test
    void keyIsFoundUnderItsIdAndFetchedOnce() {
        publish(jwk(OLD), jwk(NEW));
        assertThat(keys.find(OLD)).contains(KEY);
        assertThat(keys.find(NEW)).contains(KEY);
        assertFetches(1);
    }

    @Test
    void unknownKeysCauseOneFetchEveryHalfMinute() {
        publish(jwk(OLD));
        keys.find(OLD);
        for (int second = 0; second < 60; second++) {
            assertThat(keys.find(new KeyId("made-up-" + second))).isEmpty();
            advance(Duration.ofSeconds(1));
        }
        assertFetches(2);
    }

    @Test
    void newKeyIsFoundOnceThePauseIsOver() {
        publish(jwk(OLD));
        keys.find(OLD);
        publish(jwk(OLD), jwk(NEW));
        assertThat(keys.find(NEW)).isEmpty();
        advance(Duration.ofSeconds(30));
        assertThat(keys.find(NEW)).contains(KEY);
    }

    @Test
    void knownKeyIsRefreshedBehindItsBack() {
        publish(jwk(OLD));
        keys.find(OLD);
        publish(jwk(NEW));
        advance(Duration.ofHours(1));

        assertThat(keys.find(OLD)).contains(KEY);
        assertThat(keys.find(OLD)).contains(KEY);
        assertFetches(1);
        assertThat(background).hasSize(1);
        background.remove().run();
        assertFetches(2);
        assertThat(keys.find(NEW)).contains(KEY);
        assertThat(keys.find(OLD)).isEmpty();
        assertFetches(2);
    }

    @Test
    void knownKeyOutlivesItsServerForADay() {
        publish(jwk(OLD));
        keys.find(OLD);
        forge.answer(500, "");
        advance(Duration.ofHours(24).minusSeconds(1));

        assertThat(keys.find(OLD)).contains(KEY);
        background.remove().run();
        assertThat(keys.find(OLD)).contains(KEY);
        advance(Duration.ofSeconds(5));
        assertUnavailable(OLD);
    }

    @Test
    void knownKeyDoesNotWaitForTheFetchOfAnother() throws Exception {
        publish(jwk(OLD));
        keys.find(OLD);
        advance(Duration.ofSeconds(30));
        forge.answerWhenReleased(200, "{\"keys\":[" + jwk(NEW) + "]}");
        var waiting = new FutureTask<>(() -> keys.find(NEW));
        new Thread(waiting).start();

        assertThat(keys.find(OLD)).contains(KEY);
        forge.release();
        assertThat(waiting.get()).contains(KEY);
    }

    @Test
    void callersOfUnknownKeysShareAFetch() throws Exception {
        forge.answerWhenReleased(200, "{\"keys\":[" + jwk(NEW) + "]}");
        var callers = new ArrayList<FutureTask<Optional<RSAPublicKey>>>();
        for (int i = 0; i < 8; i++) {
            var caller = new FutureTask<>(() -> keys.find(NEW));
            callers.add(caller);
            new Thread(caller).start();
        }
        forge.release();
        for (var caller : callers) {
            assertThat(caller.get()).contains(KEY);
        }
        assertFetches(1);
    }

    @Test
    void failureIsRememberedForAFewSeconds() {
        forge.answer(503, "");
        assertUnavailable(OLD);
        assertUnavailable(OLD);
        assertFetches(1);
        publish(jwk(OLD));
        advance(Duration.ofSeconds(5));
        assertThat(keys.find(OLD)).contains(KEY);
    }

    @Test
    void keysThatCannotVerifyAreLeftOut() {
        var others = List.of(
                jwk(NEW).replace("RS256", "RS512"),
                jwk(NEW).replace("sig", "enc"),
                jwk(NEW).replace("\"RSA\"", "\"EC\""),
                jwk(NEW).replace(modulus(), "AQAB"),
                jwk(NEW).replace(modulus(), "not base64!"),
                jwk(NEW).replace("\"new\"", "\"../new\""),
                "7");
        publish(String.join(",", others), jwk(OLD));
        assertThat(keys.find(OLD)).contains(KEY);
        assertThat(keys.find(NEW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{}", "[]", "{\"keys\":[]}", "{\"keys\":7}"})
    void answerWithoutKeysIsNoAnswer(String body) {
        forge.answer(200, body);
        assertUnavailable(OLD);
    }

    @Test
    void largeAnswerIsGivenUp() {
        forge.answer(200, " ".repeat(JwkSet.MAX_BYTES + 1));
        assertUnavailable(OLD);
    }

    @Test
    void refreshThatNobodyCanRunIsLeftOut() {
        var stopping = new ForgeKeys(
                new KeySetServer(forge.url(), Duration.ofSeconds(20)),
                task -> {
                    throw new RejectedExecutionException();
                },
                nanos::get);
        publish(jwk(OLD));
        stopping.find(OLD);
        advance(Duration.ofHours(2));
        assertThat(stopping.find(OLD)).contains(KEY);
    }

    @Test
    void keysComeFromASafePlace() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new KeySetServer(URI.create("http://forge.example/jwks.json"), Duration.ofSeconds(1)));
    }
}
