package dev.tenantry.adapters.sql;

import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.sql.testkit.PostgresServer;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Precondition.Absent;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Precondition.Matches;
import dev.tenantry.domain.model.Precondition.Present;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of one statement: the usual ones succeed, and what they leave undecided is decided right. */
class PostgresWritesTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final Life LEGACY = new Life(ACME, Incarnation.LEGACY);
    private static final SettingKey KEY = new SettingKey("a");

    private final String url = PostgresServer.newSchema();
    private final Storage storage = Config.prepared(url);
    private final Jdbi jdbi = Jdbi.create(url).registerArrayType(String.class, "varchar");
    private final PostgresWrites writes = new PostgresWrites(new Tables(new Postgres(), "AddonSettings"));

    @AfterEach
    void close() {
        storage.close();
    }

    private Optional<PutOutcome> put(Life life, String value, Precondition precondition) {
        return jdbi.withHandle(handle -> writes.put(handle, new Write(life, KEY, precondition), value, 10));
    }

    private Optional<RemoveOutcome> remove(Life life, Precondition precondition) {
        return jdbi.withHandle(handle -> writes.remove(handle, new Write(life, KEY, precondition)));
    }

    private static Matches tagOf(String value) {
        return new Matches(Set.of(ETag.of(new JsonText("0")), ETag.of(new JsonText(value))));
    }

    private Life begin() {
        var record = tenant("acme");
        var first = new Commit(ACME, Optional.empty(), Optional.of(record), Optional.empty(), List.of());
        assertThat(storage.installations().commit(first)).isTrue();
        return record.life().orElseThrow();
    }

    private void insert(String key, String val) {
        Raw.execute(
                url,
                "INSERT INTO \"AddonSettings\" (\"clientKey\", key, val) VALUES ('acme', '" + key + "', '" + val
                        + "')");
    }

    private void assertUsualWritesNeedOneStatement(Life life) {
        assertThat(put(life, "1.0", new Absent())).contains(PutOutcome.CREATED);
        assertThat(put(life, " \"ß😀\\u0000\" ", new Any())).contains(PutOutcome.REPLACED);
        assertThat(put(life, "2", tagOf(" \"ß😀\\u0000\" "))).contains(PutOutcome.REPLACED);
        assertThat(put(life, "3", new Present())).contains(PutOutcome.REPLACED);
        assertThat(remove(life, tagOf("3"))).contains(RemoveOutcome.REMOVED);
        assertThat(put(life, "4", new Any())).contains(PutOutcome.CREATED);
        assertThat(remove(life, new Any())).contains(RemoveOutcome.REMOVED);
    }

    @Test
    void usualWritesNeedOneStatement() {
        assertUsualWritesNeedOneStatement(begin());
    }

    @Test
    void tenantOfAceNeedsOneStatementToo() {
        insert("clientInfo", "{\"sharedSecret\":\"s\"}");
        assertUsualWritesNeedOneStatement(LEGACY);
    }

    @Test
    void writeThatIsNotAdmittedChangesNothing() {
        var life = begin();
        assertThat(put(life, "1", new Present())).isEmpty();
        assertThat(put(life, "1", tagOf("1"))).isEmpty();
        put(life, "1", new Any());
        assertThat(put(life, "2", new Absent())).isEmpty();
        assertThat(put(life, "2", tagOf("2"))).isEmpty();
        assertThat(put(life, "2", new Matches(Set.of()))).isEmpty();
        assertThat(remove(life, new Absent())).isEmpty();
        assertThat(remove(life, tagOf("2"))).isEmpty();
        assertThat(storage.settings().find(life, KEY)).contains(setting("a", "1"));
    }

    @Test
    void lifeThatIsNotOpenIsClosedToTheStatement() {
        var life = begin();
        assertThat(put(new Life(ACME, incarnation()), "1", new Any())).isEmpty();
        assertThat(put(LEGACY, "1", new Any())).isEmpty();
        for (var status : TenantStatus.values()) {
            var record = storage.installations().find(ACME).orElseThrow();
            storage.installations().commit(Commit.replace(record, Fixtures.in(status, record)));
            assertThat(put(life, "1", new Any()).isPresent()).as("%s", status).isEqualTo(status.isOpen());
        }
    }

    @Test
    void legacyIncarnationIsClosedOnceTheTenantHasAnother() {
        insert("clientInfo", "{\"tenantry\":{\"status\":\"enabled\",\"installedAt\":\"2026-01-01T00:00:00Z\"}}");
        assertThat(put(LEGACY, "1", new Any())).isEmpty();
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> storage.settings().put(LEGACY, setting("a", "1"), new Any(), 10));
    }

    /** What PostgreSQL's operators on JSON cannot read, the transaction can. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unknown\":\"\\u0000\"}",
                "{\"unknown\":\"\\ud800\"}",
                "\"{\\\"sharedSecret\\\":\\\"s\\\"}\"",
                "{\"tenantry\":null}"
            })
    void recordThatTheStatementCannotReadIsReadByTheTransaction(String clientInfo) {
        insert("clientInfo", clientInfo);
        assertThat(put(LEGACY, "1", new Any())).isEmpty();
        var settings = storage.settings();
        assertThat(settings.put(LEGACY, setting("a", "1"), new Any(), 10)).isEqualTo(PutOutcome.CREATED);
        assertThat(settings.put(LEGACY, setting("a", "2"), tagOf("1"), 10)).isEqualTo(PutOutcome.REPLACED);
        assertThat(settings.remove(LEGACY, KEY, tagOf("2"))).isEqualTo(RemoveOutcome.REMOVED);
    }
}
