package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.service.ReadOnlyStorage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the caller sees when something behind the routes fails. */
class FailuresTest {

    private final TestClock clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final Site site = new Site(new HostStandIn(), clock, "tenant-1", "secret-of-tenant-1");

    @Test
    void keyServerOutOfReachMeansThatTheHostShouldComeAgain() {
        var answer = installWith(kid -> {
            throw new HostUnavailableException("the key server answers 500");
        });

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void tooManyUnknownKeysMeanThatTheHostShouldComeLater() {
        var answer = installWith(kid -> {
            throw new RejectedException(ErrorCode.TOO_MANY_REQUESTS, "Too many.");
        });

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("too-many-requests");
        assertThat(answer.header("Retry-After")).isPresent();
    }

    @Test
    void installWithoutASecretIsRefusedBeforeItsKeyIsFetched() {
        HostKeys unreachable = kid -> {
            throw new HostUnavailableException("nobody should have asked");
        };
        try (var server = new TestServer(Site.jiraApp(), unreachable, clock)) {
            var bare = site.body("installed").replace("\"sharedSecret\"", "\"other\"");

            var answer = server.send(site.callback("installed", bare));

            assertThat(answer.code()).isEqualTo("invalid-request");
            assertThat(answer.json().get("detail").asText()).isEqualTo("The callback carries no sharedSecret.");
        }
    }

    @Test
    void callbackThatAReadOnlyStorageCannotTakeComesAgainLater() {
        var storage = new ReadOnlyStorage(new InMemoryStorage());
        try (var server = new TestServer(Site.jiraApp(), storage, site.host(), clock)) {
            var answer = server.send(site.callback("installed"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.json().get("detail").asText()).contains("read-only");
        }
    }

    @Test
    void failureThatNobodyForesawShowsAnIdAndNothingElse() {
        try (var server = withRoutes()) {
            for (var kind : new String[] {"state", "argument", "error"}) {
                var answer = server.send(Call.of("GET", "/fail/" + kind));

                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.code()).isEqualTo("internal");
                assertThat(answer.json().get("instance").asText()).startsWith("urn:uuid:");
                assertThat(answer.body()).doesNotContain("hunter2").doesNotContain("Exception");
            }
        }
    }

    @Test
    void storageOutOfReachIsUnavailable() {
        try (var server = withRoutes()) {
            var answer = server.send(Call.of("GET", "/fail/storage"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body()).doesNotContain("hunter2");
        }
    }

    @Test
    void aPageThatCannotBeShownNowSaysSo() {
        var failing = new InterceptedStorage(new InMemoryStorage(), call -> {
            throw new StorageException("find a tenant", new IllegalStateException("hunter2"));
        });
        try (var server = new TestServer(Site.jiraApp(), failing, site.host(), clock)) {
            var answer = server.send(site.frame("/settings"));

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
            assertThat(answer.body()).contains("cannot be shown now").doesNotContain("hunter2");
        }
    }

    @Test
    void hostIsAnsweredWhileTheStorageStillHangs() {
        var hanging = new CountDownLatch(1);
        var slow = new InterceptedStorage(new InMemoryStorage(), call -> {
            hanging.await();
            return call.proceed();
        });
        try (var server = new TestServer(Site.jiraApp(), slow, site.host(), clock)) {
            assertThat(server.send(site.callback("installed")).code()).isEqualTo("unavailable");
            var forge = new ForgeStandIn("1", clock);
            assertThat(server.send(forge.lifecycle("installed")).code()).isEqualTo("unavailable");
            hanging.countDown();
            assertThat(server.send(forge.lifecycle("installed")).status()).isEqualTo(204);
            assertThat(server.send(site.callback("installed")).status()).isEqualTo(204);
        } finally {
            hanging.countDown();
        }
    }

    private Answer installWith(HostKeys keys) {
        try (var server = new TestServer(Site.jiraApp(), keys, clock)) {
            return server.send(site.callback("installed"));
        }
    }

    private TestServer withRoutes() {
        var storage = new InMemoryStorage();
        var useCases = TestServer.useCases(Site.jiraApp(), storage, site.host(), clock);
        return new TestServer(
                Site.jiraApp(),
                storage,
                useCases,
                (environment, cases) -> environment.jersey().register(new FailingRoutes()));
    }

    /** Fails in ways that no route of ours should. */
    @Path("fail/{kind}")
    public static final class FailingRoutes {

        @GET
        public String fail(@PathParam("kind") String kind) {
            switch (kind) {
                case "state" -> throw new IllegalStateException("hunter2");
                case "argument" -> throw new IllegalArgumentException("hunter2");
                case "storage" -> throw new StorageException("find a tenant", new IllegalStateException("hunter2"));
                default -> throw new AssertionError("hunter2");
            }
        }
    }
}
