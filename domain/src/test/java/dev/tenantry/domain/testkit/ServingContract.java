package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a server asks of its storage besides the data: whether it answers, is prepared, and lets go. */
interface ServingContract extends StorageUnderTest {

    @Test
    default void pingAnswers() {
        assertThatCode(storage()::ping).doesNotThrowAnyException();
    }

    @Test
    default void preparedStorageHasNothingLeftToPrepare() {
        assertThat(storage().isPrepared()).isTrue();
        assertThat(storage().prepare()).isEmpty();
    }

    @Test
    default void preparingAgainLeavesTheDataAlone() {
        var record = tenant("acme");
        var life = begin(record, setting("a", "1.0"));
        Race.run(4, n -> storage().prepare());
        assertThat(storage().installations().find(record.id())).contains(record);
        assertThat(storage().settings().page(life, Optional.empty(), 10)).containsExactly(setting("a", "1.0"));
    }

    @Test
    default void storageClosesTwice() {
        storage().close();
        assertThatCode(storage()::close).doesNotThrowAnyException();
    }
}
