package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Region;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Regions;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hooks of a migration: who may call them, what they take, and what they answer. */
class ResidencyRoutesTest {

    private static final String ORDER = """
            {"startTime":"2026-11-01T13:00:00.000Z","endTime":"2026-11-02T00:00:00.000Z","location":"EU","migrationId":57500}""";

    private static final String ID = "{\"migrationId\":57500}";

    private final TestClock clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));
    private final HostStandIn host = new HostStandIn();
    private final Storage here = new InMemoryStorage();
    private final Storage there = new InMemoryStorage();
    private final Site site = new Site(host, clock, "tenant", "secret");
    private final ForgeStandIn forge = new ForgeStandIn(UUID.randomUUID().toString(), clock);
    private final TestServer server = new TestServer(
            Site.jiraApp(),
            here,
            TestServer.useCases(Site.jiraApp(), here, host, clock, DeclaredSettings.NONE, new Europe()),
            (environment, cases) -> {});
    private boolean outOfReach;

    private final class Europe implements Regions {
        @Override
        public Set<Region> names() {
            return Set.of(Region.EU);
        }

        @Override
        public Storage storage(Region region) {
            if (outOfReach) {
                throw new StorageException("out of reach");
            }
            return there;
        }
    }

    @BeforeEach
    void install() {
        assertThat(server.send(site.callback("installed")).status()).isEqualTo(204);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer connect(String hook, String body) {
        return server.send(
                site.signed(Call.of("POST", "/dare-migration/" + hook).json(body)));
    }

    private Answer forge(String hook, String body) {
        return server.send(
                forge.signed(Call.of("POST", "/forge/dare-migration/" + hook).json(body)));
    }

    private String status(String query) {
        return server.send(site.api("GET", "/dare-migration/status" + query)).body();
    }

    private static void assertRefused(Answer answer, String code, String errorResponseCode) {
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("errorResponseCode").asText()).isEqualTo(errorResponseCode);
    }

    private TenantStatus standing(Storage storage, String tenant) {
        return storage.installations()
                .find(new TenantId(tenant))
                .orElseThrow()
                .lifecycle()
                .status();
    }

    @Test
    void connectTenantGoesThereByItsHooks() {
        assertThat(server.send(site.put("mine", "1.0")).status()).isEqualTo(201);
        assertThat(connect("schedule", ORDER).status()).isEqualTo(204);
        assertThat(status("?migrationId=57500")).isEqualTo("{\"status\":\"scheduled\"}");
        assertThat(connect("start", ORDER).status()).isEqualTo(204);
        assertThat(status("?migrationId=57500")).isEqualTo("{\"status\":\"ready-to-commit\"}");
        assertThat(status("")).isEqualTo("{\"status\":\"ready-to-commit\"}");
        assertThat(connect("commit", ID).status()).isEqualTo(204);
        assertThat(server.send(site.get("mine")).code()).isEqualTo("unauthenticated");
        assertThat(standing(there, "tenant")).isEqualTo(TenantStatus.INSTALLED);
        assertThat(connect("commit", ID).status()).isEqualTo(204);
        assertThat(connect("rollback", ID).status()).isEqualTo(204);
        assertThat(server.send(site.get("mine")).body()).isEqualTo("1.0");
        assertThat(status("?migrationId=57500")).isEqualTo("{\"status\":\"failed\",\"errorResponseCode\":\"E0001\"}");
    }

    @Test
    void forgeTenantGoesThereByItsHooks() {
        assertThat(forge("schedule", ORDER).status()).isEqualTo(204);
        assertThat(server.send(forge.put("mine", "1.0")).status()).isEqualTo(201);
        assertThat(forge("start", ORDER).status()).isEqualTo(204);
        var progress = forge.signed(Call.of("GET", "/forge/dare-migration/status?migrationId=57500"));
        assertThat(server.send(progress).body()).isEqualTo("{\"status\":\"ready-to-commit\"}");
        assertThat(forge("commit", ID).status()).isEqualTo(204);
        assertThat(server.send(forge.get("mine")).code()).isEqualTo("unauthenticated");
        assertThat(server.send(forge.post("/forge/heartbeat")).status()).isEqualTo(204);
        assertThat(standing(here, forge.ari())).isEqualTo(TenantStatus.MOVED);
        assertThat(standing(there, forge.ari())).isEqualTo(TenantStatus.FORGE);
        assertThat(forge("rollback", ID).status()).isEqualTo(204);
        assertThat(server.send(forge.get("mine")).body()).isEqualTo("1.0");
    }

    @Test
    void whatCannotBeDoneHasTheCodeOfTheProtocol() {
        assertRefused(connect("start", ORDER), "conflict", "E0001");
        assertRefused(connect("commit", ID), "conflict", "E0001");
        assertRefused(connect("schedule", ORDER.replace("EU", "US")), "invalid-request", "E0002");
        assertThat(connect("schedule", ORDER).status()).isEqualTo(204);
        assertRefused(connect("commit", ID), "conflict", "E9999");
        assertThat(connect("rollback", "{\"migrationId\":1}").status()).isEqualTo(204);
    }

    @Test
    void whatMayBeDoneLaterHasNone() {
        connect("schedule", ORDER);
        connect("start", ORDER);
        outOfReach = true;
        var answer = connect("commit", ID);
        assertThat(answer.code()).isEqualTo("unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
        assertThat(answer.json().has("errorResponseCode")).isFalse();
    }

    @Test
    void appOfOneRegionSaysSo() {
        try (var alone = new TestServer(Site.jiraApp(), here, host, clock)) {
            var schedule =
                    site.signed(Call.of("POST", "/dare-migration/schedule").json(ORDER));
            assertRefused(alone.send(schedule), "invalid-request", "E0003");
            assertThat(alone.send(site.api("GET", "/dare-migration/status?migrationId=1"))
                            .body())
                    .isEqualTo("{\"status\":\"failed\",\"errorResponseCode\":\"E0003\"}");
            var rollback =
                    site.signed(Call.of("POST", "/dare-migration/rollback").json(ID));
            assertThat(alone.send(rollback).status()).isEqualTo(204);
        }
    }

    @Test
    void migrationIdIsTheSameAsANumberAndAsAText() {
        assertThat(connect("schedule", ORDER).status()).isEqualTo(204);
        assertThat(connect("start", "{\"migrationId\":\"57500\"}").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"migrationId\":null}",
                "{\"migrationId\":1.5}",
                "{\"migrationId\":\"\"}",
                "{\"migrationId\":\"a b\"}",
                "{\"migrationId\":1,\"location\":7}",
                "{\"migrationId\":1}",
                "{\"migrationId\":1,\"location\":\"EU\",\"endTime\":\"soon\"}"
            })
    void malformedOrderIsRefused(String body) {
        assertThat(connect("schedule", body).code()).isEqualTo("invalid-request");
        assertThat(connect("schedule", "{\"migrationId\":1,\"migrationId\":1}").code())
                .isEqualTo("invalid-json");
    }

    @Test
    void onlyTheTenantsSecretOpensTheHooks() {
        var stranger = new Site(host, clock, "tenant", "another secret");
        var nobody = new Site(host, clock, "nobody", "secret");
        for (var other : new Site[] {stranger, nobody}) {
            var call = Call.of("POST", "/dare-migration/schedule").json(ORDER);
            assertThat(server.send(other.signed(call)).code()).isEqualTo("unauthenticated");
            assertThat(server.send(other.api("GET", "/dare-migration/status")).code())
                    .isEqualTo("unauthenticated");
        }
        var context = Call.of("POST", "/dare-migration/schedule").json(ORDER);
        assertThat(server.send(site.fromPage(context)).code()).isEqualTo("unauthenticated");
        assertThat(server.send(context).code()).isEqualTo("unauthenticated");
        assertThat(server.send(forge.signed(context)).code()).isEqualTo("unauthenticated");
        var replayed = site.signed(Call.of("POST", "/dare-migration/rollback"));
        var moved = new Call("POST", "/dare-migration/commit", replayed.headers(), "").json(ID);
        assertThat(server.send(moved).code()).isEqualTo("unauthenticated");
    }

    @Test
    void onlyForgesTokenOpensTheHooksOfForge() {
        var call = Call.of("POST", "/forge/dare-migration/schedule").json(ORDER);
        assertThat(server.send(site.signed(call)).code()).isEqualTo("unauthenticated");
        assertThat(server.send(ForgeStandIn.bearer(call, host.sign(forge.claims())))
                        .code())
                .isEqualTo("unauthenticated");
    }

    @Test
    void tenantThatIsDisabledOrUninstalledIsStillMigrated() {
        clock.advance(Duration.ofMinutes(1));
        assertThat(server.send(site.callback("disabled")).status()).isEqualTo(204);
        assertThat(connect("schedule", ORDER).status()).isEqualTo(204);
        clock.advance(Duration.ofMinutes(1));
        assertThat(server.send(site.callback("uninstalled")).status()).isEqualTo(204);
        assertThat(connect("start", ORDER).status()).isEqualTo(204);
        assertThat(connect("commit", ID).status()).isEqualTo(204);
        assertThat(standing(there, "tenant")).isEqualTo(TenantStatus.UNINSTALLED);
    }
}
