package dev.tenantry.app.encryption;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Precondition.Matches;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.StorageUnderTest;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A setting that was declared to have secrets when it was written, and is not any more, or the other way round. */
class FormerSecretTest implements StorageUnderTest {

    private static final Keyset KEYSET = Keyset.mint();
    private static final Setting BEFORE = setting("a", "1");
    private static final Setting AFTER = setting("a", "2");

    private final Storage backend = new InMemoryStorage();
    private final Storage declared = new SealedStorage(backend, Optional.of(KEYSET), key -> true);
    private final Storage undeclared = new SealedStorage(backend, Optional.of(KEYSET), key -> false);

    @Override
    public Storage storage() {
        return declared;
    }

    private static Precondition matching(Setting setting) {
        return new Matches(Set.of(setting.etag()));
    }

    private static PutOutcome put(Storage storage, Life life, Precondition precondition) {
        return storage.settings().put(life, AFTER, precondition, 10);
    }

    @Test
    void valueThatWasSealedIsReplacedInTheClear() {
        var life = begin(tenant("acme"), BEFORE);
        assertThat(undeclared.settings().find(life, BEFORE.key())).contains(BEFORE);
        assertThat(put(undeclared, life, matching(AFTER))).isEqualTo(PutOutcome.UNMET);
        assertThat(put(undeclared, life, matching(BEFORE))).isEqualTo(PutOutcome.REPLACED);
        assertThat(backend.settings().find(life, AFTER.key())).contains(AFTER);
    }

    @Test
    void valueThatWasSealedIsRemoved() {
        var life = begin(tenant("acme"), BEFORE);
        assertThat(undeclared.settings().remove(life, BEFORE.key(), matching(AFTER)))
                .isEqualTo(RemoveOutcome.UNMET);
        assertThat(undeclared.settings().remove(life, BEFORE.key(), matching(BEFORE)))
                .isEqualTo(RemoveOutcome.REMOVED);
    }

    @Test
    void valueThatWasInTheClearIsReplacedSealed() {
        var life = begin(tenant("acme"));
        undeclared.settings().put(life, BEFORE, new Precondition.Absent(), 10);
        assertThat(backend.settings().find(life, BEFORE.key())).contains(BEFORE);
        assertThat(declared.settings().find(life, BEFORE.key())).contains(BEFORE);
        assertThat(put(declared, life, matching(BEFORE))).isEqualTo(PutOutcome.REPLACED);
        assertThat(backend.settings().find(life, AFTER.key())).isPresent().isNotEqualTo(Optional.of(AFTER));
        assertThat(declared.settings().find(life, AFTER.key())).contains(AFTER);
    }
}
