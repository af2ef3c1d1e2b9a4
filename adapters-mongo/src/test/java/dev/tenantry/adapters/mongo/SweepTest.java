package dev.tenantry.adapters.mongo;

import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweepTest {

    /** When everything that a test writes was written before. */
    private static final Instant LATER = Instant.parse("2037-01-01T00:00:00Z");

    private static final BreakingServer SERVER = new BreakingServer();

    private final String url = Config.newDatabase(SERVER.address());
    private final Storage storage = Config.prepared(url);
    private final Mongo mongo = Mongo.connect(new ConnectionString(url), Duration.ofSeconds(20), 1);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        mongo.close();
        storage.close();
    }

    /** Leaves what a server leaves that dies before its commit. */
    private void leave(Life life, int settings) {
        var orphans = IntStream.range(0, settings)
                .mapToObj(n -> Values.document(life, setting("key" + n, "1")))
                .toList();
        mongo.run("leave orphans", call -> call.settings().insertMany(orphans));
    }

    private long stored() {
        return mongo.run("count", call -> call.settings().countDocuments());
    }

    private Life begin(TenantRecord record) {
        var seeds = List.of(setting("a", "1"), setting("b", "2"));
        storage.installations()
                .commit(new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), seeds));
        return record.life().orElseThrow();
    }

    @Test
    void settingsOfAnIncarnationThatNoRecordNamesGo() {
        leave(new Life(new TenantId("nobody"), incarnation()), 3);
        leave(new Life(new TenantId("legacy"), Incarnation.LEGACY), 3);
        storage.sweep(LATER);
        assertThat(stored()).isZero();
    }

    @Test
    void settingsOfTheLifeThatTheRecordNamesStay() {
        var life = begin(tenant("acme"));
        leave(new Life(life.tenant(), incarnation()), 3);
        storage.sweep(LATER);
        assertThat(storage.settings().page(life, Optional.empty(), 10)).hasSize(2);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void settingsOfATenantThatIsRetainedStay() {
        var record = tenant("acme");
        begin(record);
        var uninstalled = record.with(record.lifecycle().uninstalled(Fixtures.INSTALLED_AT));
        storage.installations().commit(Commit.replace(record, uninstalled));
        storage.sweep(LATER);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void recordThatCannotBeReadKeepsItsSettingsAndStopsNothingElse() {
        begin(tenant("acme"));
        leave(new Life(new TenantId("nobody"), incarnation()), 3);
        mongo.run(
                "spoil",
                call -> call.installations().updateOne(Filters.eq("_id", "acme"), Updates.set("record", "{}")));
        storage.sweep(LATER);
        assertThat(stored()).isEqualTo(2);
    }

    @Test
    void incarnationMintedLaterStays() {
        var young = Incarnation.mint(LATER, new SecureRandom());
        leave(new Life(new TenantId("nobody"), young), 3);
        storage.sweep(LATER);
        assertThat(stored()).isEqualTo(3);
    }

    /** A copy from another backend writes the seeds of an old incarnation. */
    @Test
    void oldIncarnationThatWasWrittenLaterStays() {
        leave(new Life(new TenantId("copied"), incarnation()), 3);
        storage.sweep(Fixtures.INSTALLED_AT.plus(Duration.ofDays(1)));
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void sweepGoesOnBehindItsFirstPage() {
        begin(tenant("a"));
        leave(new Life(new TenantId("b"), incarnation()), 1500);
        var living = begin(tenant("c"));
        leave(new Life(new TenantId("d"), incarnation()), 10);
        storage.sweep(LATER);
        assertThat(stored()).isEqualTo(4);
        assertThat(storage.settings().page(living, Optional.empty(), 10)).hasSize(2);
    }
}
