package dev.tenantry.adapters.http.kvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.http.testkit.ForgeStorageStandIn;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForgeKvsTest {

    private static final HostedKey KEY = new HostedKey("k");

    private final ForgeStorageStandIn forge = new ForgeStorageStandIn();
    private final TestClock clock = TestClock.at(Fixtures.INSTALLED_AT);
    private final List<Duration> rests = new ArrayList<>();
    private final ForgeKvs store = store(ForgeStorageStandIn.TOKEN);

    private ForgeKvs store(String token) {
        return new ForgeKvs(forge.url(), new SystemToken(token), clock, time -> {
            rests.add(time);
            clock.advance(time);
        });
    }

    private static List<HostedValue> value(String json) {
        return List.of(new HostedValue(KEY, new JsonText(json)));
    }

    private static String array(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    @AfterEach
    void stop() {
        forge.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPutIsFoundOnItsShelfAlone(HostedShelf shelf) {
        assertThat(store.put(shelf, value("{\"a\":[1.5,\"ä\"]}"))).isEmpty();
        assertThat(store.find(shelf, List.of(KEY, new HostedKey("none"))))
                .isEqualTo(Map.of(KEY, new JsonText("{\"a\":[1.5,\"ä\"]}")));
        assertThat(shelf == HostedShelf.PLAIN ? forge.secret() : forge.plain()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatForgeRefusesIsNamedWithItsCode(HostedShelf shelf) {
        assertThat(store.put(shelf, value(array(32)))).containsEntry(KEY, "MAX_DEPTH");
        assertThat(store.put(shelf, value('"' + "x".repeat(shelf.maxBytes()) + '"')))
                .containsEntry(KEY, "MAX_SIZE");
        assertThat(store.put(shelf, value(array(31)))).isEmpty();
        assertThat(store.put(shelf, value('"' + "x".repeat(shelf.maxBytes() - 2) + '"')))
                .isEmpty();
    }

    @Test
    void callIsRepeatedWhenForgeSaysThatItMay() {
        forge.beBusy(2, Optional.of("7"));

        assertThat(store.put(HostedShelf.PLAIN, value("1"))).isEmpty();
        assertThat(rests).isEqualTo(Collections.nCopies(2, Duration.ofSeconds(7)));
    }

    @Test
    void waitsGrowWhenForgeDoesNotSayHowLong() {
        forge.beBusy(3, Optional.empty());

        store.find(HostedShelf.SECRET, List.of(KEY));
        assertThat(rests).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
    }

    @Test
    void storeThatStaysBusyIsGivenUp() {
        forge.beBusy(1000, Optional.of("1"));

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> store.put(HostedShelf.PLAIN, value("1")))
                .withMessageContaining("busy");
        assertThat(forge.calls()).hasSize(KvsClient.MAX_ATTEMPTS);
    }

    @Test
    void nobodyWaitsForAnHour() {
        forge.beBusy(1, Optional.of("3600"));

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> store.find(HostedShelf.PLAIN, List.of(KEY)));
        assertThat(rests).isEmpty();
    }

    @Test
    void keysThatWereTooMuchForABatchAreSentAgain() {
        var values = IntStream.range(0, 5)
                .mapToObj(i -> new HostedValue(new HostedKey("k" + i), new JsonText("" + i)))
                .toList();
        forge.beBusyForKeys(7);

        assertThat(store.put(HostedShelf.PLAIN, values)).isEmpty();
        assertThat(forge.plain()).hasSize(5);
        forge.beBusyForKeys(3);
        assertThat(store.find(
                        HostedShelf.PLAIN, values.stream().map(HostedValue::key).toList()))
                .hasSize(5);
    }

    @Test
    void tokenThatForgeDoesNotBelieveIsNotShown() {
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> store("other-token").find(HostedShelf.PLAIN, List.of(KEY)))
                .withMessageContaining("401")
                .withMessageNotContaining("other-token");
    }

    @Test
    void addressOfSomethingElseIsNotAnEmptyStore() {
        var wrong = new ForgeKvs(
                forge.url().resolve("/nowhere"), new SystemToken(ForgeStorageStandIn.TOKEN), clock, rests::add);

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> wrong.find(HostedShelf.SECRET, List.of(KEY)));
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> wrong.find(HostedShelf.PLAIN, List.of(KEY)));
    }

    @Test
    void rateStaysUnderTheLimitInEveryMinute() {
        var big = value('"' + "x".repeat(200 * 1024) + '"');
        var sentAt = IntStream.range(0, 200)
                .mapToObj(i -> {
                    store.put(HostedShelf.PLAIN, big);
                    return clock.instant();
                })
                .toList();

        assertThat(sentAt)
                .allSatisfy(start -> assertThat(
                                sentAt.stream().filter(at -> !at.isBefore(start) && at.isBefore(start.plusSeconds(60))))
                        .hasSizeLessThanOrEqualTo(45));
    }
}
