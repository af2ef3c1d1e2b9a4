package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For backends that outlive the process: what was done is there after a restart. */
public interface DurabilityContract extends StorageUnderTest {

    /** Closes {@link #storage()} and opens the same place again; from then on {@link #storage()} returns the new one. */
    Storage reopen();

    @Test
    default void everythingIsThereAfterARestart() {
        var record = tenant("acme");
        var life = begin(record, setting("a", "1.0"));
        storage().settings().put(life, setting("b", "\"\\u0000\""), new Precondition.Any(), 10);
        storage().links().link(link("alias", "acme"));
        var again = reopen();
        assertThat(again.installations().find(record.id())).contains(record);
        assertThat(again.settings().page(life, Optional.empty(), 10))
                .containsExactly(setting("a", "1.0"), setting("b", "\"\\u0000\""));
        assertThat(again.links().list(record.id())).containsExactly(link("alias", "acme"));
    }

    @Test
    default void serverKeyIsTheSameAfterARestart() {
        var key = storage().serverKeys().findOrCreate("test", ServerKey.mint());
        assertThat(reopen().serverKeys().findOrCreate("test", ServerKey.mint())).isEqualTo(key);
    }

    @Test
    default void whatIsGoneStaysGoneAfterARestart() {
        var record = tenant("acme");
        begin(record, setting("a", "1"));
        var next = reborn(record);
        storage().installations().commit(Commit.replace(record, next));
        storage().links().link(link("alias", "acme"));
        storage().links().unlink(link("alias", "acme"));
        var again = reopen();
        assertThat(again.settings().page(next.life().orElseThrow(), Optional.empty(), 10))
                .isEmpty();
        assertThat(again.links().resolve(link("alias", "acme").alias())).isEmpty();
    }

    @Test
    default void preparedStorageIsPreparedAfterARestart() {
        assertThat(reopen().isPrepared()).isTrue();
        assertThat(storage().prepare()).isEmpty();
    }
}
