package dev.tenantry.adapters.http.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.adapters.http.client.ScriptedServer;
import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostClientTest {

    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final HostRequest REQUEST = HostRequest.of("GET", "/rest/x");

    private final ScriptedServer host = new ScriptedServer();
    private final AtomicLong nanos = new AtomicLong();
    private final List<Long> pauses = new ArrayList<>();
    private final TenantRecord tenant = tenantAt(host.url() + "/wiki");
    private final HostClient client = client(host.authority(), BUDGET);

    private HostClient client(String authority, Duration budget) {
        var patience = new Patience(budget, nanos::get, millis -> {
            pauses.add(millis);
            nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        });
        return new HostClient(Sites.app(Product.CONFLUENCE, authority), patience, Clock.systemUTC());
    }

    private static TenantRecord tenantAt(String baseUrl) {
        return Sites.tenant("acme", Product.CONFLUENCE, baseUrl);
    }

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void answerOfAnyStatusIsReturned() {
        host.answer(404, "{\"message\":\"é\"}");

        var response = client.send(tenant, REQUEST);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"message\":\"é\"}");
    }

    @Test
    void redirectIsAnAnswerAndNotFollowed() {
        host.answer(request -> new Reply(302, Map.of("Location", host.url() + "/elsewhere"), ""));

        assertThat(client.send(tenant, REQUEST).status()).isEqualTo(302);
        assertThat(host.requests()).hasSize(1);
    }

    @Test
    void busyHostIsAskedAgainWhenItSays() {
        host.answer(request -> host.requests().size() < 3
                ? new Reply(host.requests().size() == 1 ? 429 : 503, Map.of("Retry-After", "4"), "")
                : new Reply(200, "{}"));

        assertThat(client.send(tenant, REQUEST).status()).isEqualTo(200);
        assertThat(pauses).containsExactly(4000L, 4000L);
    }

    @Test
    void hostThatStaysBusyIsAskedThreeTimes() {
        host.answer(request -> new Reply(429, Map.of("Retry-After", "0"), ""));

        assertThat(client.send(tenant, REQUEST).status()).isEqualTo(429);
        assertThat(host.requests()).hasSize(Patience.MAX_ATTEMPTS);
    }

    @Test
    void waitThatDoesNotFitIntoTheTimeIsNotBegun() {
        host.answer(request -> new Reply(429, Map.of("Retry-After", "12"), ""));

        assertThat(client.send(tenant, REQUEST).status()).isEqualTo(429);
        assertThat(pauses).containsExactly(12_000L);
        assertThat(host.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 500})
    void hostThatDoesNotSayWhenIsNotAskedAgain(int status) {
        host.answer(status, "");

        assertThat(client.send(tenant, REQUEST).status()).isEqualTo(status);
        assertThat(host.requests()).hasSize(1);
    }

    @Test
    void otherAnswersAreNotRepeatedWhateverTheySay() {
        host.answer(request -> new Reply(500, Map.of("Retry-After", "0"), ""));

        client.send(tenant, REQUEST);
        assertThat(host.requests()).hasSize(1);
    }

    @Test
    void hugeAnswerIsNotReadToItsEnd() {
        host.answer(200, "x".repeat(HostClient.MAX_BYTES + 1));

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> client.send(tenant, REQUEST))
                .withMessageContaining("too large");
    }

    @Test
    @Timeout(60)
    void answerThatDoesNotEndIsGivenUp() {
        host.neverEnd("{");
        var impatient = client(host.authority(), Duration.ofMillis(200));

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> impatient.send(tenant, REQUEST));
    }

    @Test
    void siteThatFailsAgainAndAgainIsLeftAloneAndOthersAreNot() {
        host.answer(500, "");
        for (int i = 0; i < Circuit.THRESHOLD; i++) {
            client.send(tenant, REQUEST);
        }
        host.answer(200, "");

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> client.send(tenant, REQUEST));
        var other = Sites.tenant("other", Product.CONFLUENCE, host.url() + "/wiki");
        assertThat(client.send(other, REQUEST).status()).isEqualTo(200);
        nanos.addAndGet(Circuit.REST.toNanos());
        assertThat(client.send(tenant, REQUEST).status()).isEqualTo(200);
    }

    @Test
    void onlyPlacesThatSitesMayBeAtAreCalled() {
        host.answer(200, "");
        var elsewhere = client("sites.example.com", BUDGET);

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> elsewhere.send(tenant, REQUEST));
        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> client.send(tenantAt(""), REQUEST));
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> client.send(tenantAt("http://sites.example.com"), REQUEST));
        assertThat(host.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/wiki/x",
                "http://127.0.0.1:1/wiki/x",
                "/../rest/x",
                "/../wiki2/x",
                "/%",
                "/x y",
                "/x?a=%zz",
            })
    void requestStaysBelowTheBaseUrlOfItsSite(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> client.send(tenant, HostRequest.of("GET", target)));
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void tenantWithoutASecretIsNotCalled() {
        var retired = tenant.with(tenant.secrets().retire());

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> client.send(retired, REQUEST))
                .withMessageContaining("acme");
        assertThat(host.requests()).isEmpty();
    }

    @Test
    void failureNamesNoSecretAndNoToken() {
        host.neverEnd("{");
        var impatient = client(host.authority(), Duration.ofMillis(200));

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> impatient.send(tenant, REQUEST))
                .withStackTraceContaining("call the host")
                .satisfies(failure -> assertThat(failure.toString() + failure.getCause())
                        .doesNotContain("JWT", "eyJ", Sites.secret(tenant)));
    }
}
