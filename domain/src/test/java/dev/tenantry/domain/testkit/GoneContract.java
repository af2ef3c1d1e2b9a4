package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every call on settings finds the tenant gone unless its record is open for the life that the call names. */
interface GoneContract extends StorageUnderTest {

    private static Setting stored() {
        return setting("a", "1");
    }

    private List<Consumer<Life>> calls() {
        var settings = storage().settings();
        var unchanged = new Precondition.Matches(Set.of(stored().etag()));
        return List.of(
                life -> settings.find(life, stored().key()),
                life -> settings.findAll(life, List.of(stored().key())),
                life -> settings.page(life, Optional.empty(), 10),
                life -> settings.page(life, Optional.of(stored().key()), 10),
                life -> settings.put(life, setting("b", "1"), new Precondition.Any(), 10),
                life -> settings.put(life, setting("b", "1"), new Precondition.Absent(), 10),
                life -> settings.put(life, setting("a", "2"), unchanged, 10),
                life -> settings.put(life, setting("b", "1"), new Precondition.Present(), 10),
                life -> settings.put(life, setting("b", "1"), new Precondition.Any(), 0),
                life -> settings.remove(life, stored().key(), new Precondition.Any()),
                life -> settings.remove(life, stored().key(), unchanged),
                life -> settings.remove(life, setting("b", "1").key(), new Precondition.Any()));
    }

    private void assertGone(Life life) {
        for (int call = 0; call < calls().size(); call++) {
            var refused = calls().get(call);
            assertThatExceptionOfType(UnauthenticatedException.class)
                    .as("call %d", call)
                    .isThrownBy(() -> refused.accept(life));
        }
    }

    @Test
    default void unknownTenantIsGone() {
        begin(tenant("acme"), stored());
        assertGone(new Life(new TenantId("nobody"), incarnation()));
    }

    @Test
    default void otherIncarnationIsGone() {
        var record = tenant("acme");
        var life = begin(record, stored());
        assertGone(new Life(record.id(), incarnation()));
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(stored());
    }

    @Test
    default void incarnationOfAnotherTenantIsGone() {
        var record = tenant("acme");
        begin(record, stored());
        assertGone(new Life(record.id(), begin(tenant("other"), stored()).incarnation()));
    }

    @Test
    default void formerIncarnationIsGone() {
        var record = tenant("acme");
        var life = begin(record, stored());
        var next = reborn(record, stored());
        var turn = new Commit(
                record.id(), Optional.of(record), Optional.of(next), record.incarnation(), List.of(stored()));
        storage().installations().commit(turn);
        assertGone(life);
        assertThat(storage().settings().page(next.life().orElseThrow(), Optional.empty(), 10))
                .containsExactly(stored());
    }

    @Test
    default void tenantWhoseSettingsWereDroppedIsGone() {
        var record = tenant("acme");
        var life = begin(record, stored());
        storage().installations().commit(Commit.replace(record, record.withoutSettings()));
        assertGone(life);
    }

    @Test
    default void removedTenantIsGone() {
        var record = tenant("acme");
        var life = begin(record, stored());
        var removal = new Commit(record.id(), Optional.of(record), Optional.empty(), record.incarnation(), List.of());
        storage().installations().commit(removal);
        assertGone(life);
    }

    @Test
    default void tenantThatIsNotOpenIsGoneAndItsSettingsStayAsTheyWere() {
        for (var status : List.of(TenantStatus.UNINSTALLED, TenantStatus.PURGING)) {
            var record = tenant(status.name());
            var life = begin(record, stored());
            replace(record, in(status, record));
            assertGone(life);
            replace(in(status, record), record);
            assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(stored());
        }
    }

    /** A disabled tenant is open: a token that the host issued later proves that it is in use again. */
    @Test
    default void everyOpenStatusLetsCallsThrough() {
        Arrays.stream(TenantStatus.values()).filter(TenantStatus::isOpen).forEach(status -> {
            var record = in(status, tenant(status.name()));
            var life = begin(record, stored());
            calls().forEach(call ->
                    assertThatCode(() -> call.accept(life)).as("%s", status).doesNotThrowAnyException());
        });
    }
}
