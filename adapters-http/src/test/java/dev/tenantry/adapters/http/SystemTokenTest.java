package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The token for calls of the host, on its way from the request to whoever calls with it. */
class SystemTokenTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final List<Optional<String>> tokens = new CopyOnWriteArrayList<>();
    private final TestServer server = start();

    private TestServer start() {
        var app = Site.jiraApp();
        var storage = new InMemoryStorage();
        var usual = TestServer.useCases(app, storage, new HostStandIn(), clock);
        var host = ForgeStandIn.host(
                (invocation, token) -> {
                    tokens.add(token.map(SystemToken::reveal));
                    return Optional.empty();
                },
                clock);
        var forge = ForgeStandIn.service(app, storage, usual.lifecycle(), host);
        var useCases = new UseCases(
                usual.tenants(),
                usual.lifecycle(),
                usual.settings(),
                Optional.of(forge),
                usual.residency(),
                usual.backend());
        return new TestServer(app, storage, useCases, (environment, cases) -> {});
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void beat(String token) {
        var call = new ForgeStandIn("1", clock).post("/forge/heartbeat").header("x-forge-oauth-system", token);
        assertThat(server.send(call).status()).isEqualTo(204);
    }

    @Test
    void tokenIsPassedOnAsItCame() {
        beat("aa.bb-cc_~+/=");
        assertThat(tokens).containsExactly(Optional.of("aa.bb-cc_~+/="));
    }

    @Test
    void textThatIsNoTokenIsNotPassedOn() {
        List.of("", "two words", "tökén", "日本").forEach(this::beat);
        assertThat(tokens).hasSize(4).containsOnly(Optional.empty());
    }
}
