package dev.tenantry.app.encryption;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.StorageUnderTest;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A secret that cannot be unsealed is the trouble of its tenant, and of nobody else. */
class UnreadableSecretTest implements StorageUnderTest {

    private static final Keyset KEYSET = Keyset.mint();

    private final Storage backend = new InMemoryStorage();
    private final Storage storage = over(Optional.of(KEYSET));
    private final TenantRecord broken = tenant("b");

    private Storage over(Optional<Keyset> keyset) {
        return new SealedStorage(backend, keyset, key -> true);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    /** Puts another text in the place of the stored secret. */
    private void store(TenantRecord record, String text) {
        var stored = backend.installations().find(record.id()).orElseThrow();
        var changed = stored.with(Secrets.starting(Optional.of(new SharedSecret(text))));
        assertThat(backend.installations().commit(Commit.replace(stored, changed)))
                .isTrue();
    }

    private String stored(TenantRecord record) {
        var secrets = backend.installations().find(record.id()).orElseThrow().secrets();
        return secrets.current().orElseThrow().reveal();
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .isInstanceOf(StorageException.class)
                .hasMessageNotContaining("tenantry:sealed")
                .hasMessageNotContaining("secret of b");
    }

    @Test
    void secretOfAnotherTenantIsRefused() {
        var other = tenant("a");
        begin(other);
        begin(broken);
        store(broken, stored(other));
        assertRefused(() -> storage.installations().find(broken.id()))
                .hasMessageContaining("the current secret of tenant b cannot be unsealed");
        assertThat(storage.installations().find(other.id())).contains(other);
    }

    @Test
    void secretOfAnotherPlaceIsRefused() {
        begin(broken);
        var stored = backend.installations().find(broken.id()).orElseThrow();
        backend.installations()
                .commit(Commit.replace(stored, stored.with(stored.secrets().retire())));
        assertRefused(() -> storage.installations().find(broken.id()))
                .hasMessageContaining("the retired secret of tenant b cannot be unsealed");
    }

    @Test
    void damagedSecretIsRefused() {
        begin(broken);
        var sealed = stored(broken);
        for (var damaged : List.of(sealed.substring(0, sealed.length() - 2), sealed + "!", "tenantry:sealed:v1:")) {
            store(broken, damaged);
            assertRefused(() -> storage.installations().find(broken.id()));
        }
    }

    @Test
    void secretOfAMissingKeyIsRefusedAndACommitDoesNotReplaceIt() {
        begin(broken);
        var stranger = over(Optional.of(Keyset.mint()));
        assertRefused(() -> stranger.installations().find(broken.id()));
        var next = broken.with(Secrets.starting(Optional.empty()));
        assertRefused(() -> stranger.installations().commit(Commit.replace(broken, next)));
        assertThat(storage.installations().find(broken.id())).contains(broken);
    }

    @Test
    void withoutAKeysetNothingThatIsSealedIsTakenForASecret() {
        var life = begin(broken, setting("a", "1"));
        var open = over(Optional.empty());
        assertRefused(() -> open.installations().find(broken.id()))
                .hasMessageContaining("the current secret of tenant b is sealed, and there is no encryption.keyset");
        assertRefused(() -> open.settings().find(life, setting("a", "1").key()))
                .hasMessageContaining("setting a of tenant b is sealed");
    }

    @Test
    void withoutAKeysetNothingIsStoredThatWouldBeTakenForSealed() {
        var open = over(Optional.empty());
        var odd = tenant("odd").with(Secrets.starting(Optional.of(new SharedSecret("tenantry:sealed:v1:x"))));
        assertRefused(() -> open.installations()
                .commit(new Commit(odd.id(), Optional.empty(), Optional.of(odd), Optional.empty(), List.of())));
        var life = begin(tenant("a"));
        assertRefused(() -> open.settings()
                .put(life, setting("a", "{\"$sealed\":\"tenantry:sealed:v1:\"}"), new Precondition.Any(), 10));
    }

    @Test
    void listsPassOverItAndAreFullAllTheSame() {
        var records = List.of(tenant("a"), broken, tenant("c"), tenant("d"));
        records.forEach(record -> begin(record));
        store(broken, "tenantry:sealed:v1:AAAA");
        assertThat(storage.installations().page(Optional.empty(), 2)).containsExactly(records.get(0), records.get(2));
        assertThat(storage.installations().page(Optional.of(records.get(2).id()), 2))
                .containsExactly(records.get(3));
    }

    @Test
    void archiveShowsItWithoutContent() {
        var whole = tenant("a");
        begin(whole);
        var life = begin(broken, setting("a", "1"), setting("b", "2"));
        damage(life, setting("a", "1"));
        store(broken, "tenantry:sealed:v1:AAAA");
        assertThat(storage.archive().tenants(Optional.empty(), 10))
                .containsExactly(new Row<>("a", Optional.of(whole)), new Row<>("b", Optional.empty()));
        assertThat(storage.archive().settings(life, Optional.empty(), 10))
                .containsExactly(new Row<>("a", Optional.empty()), new Row<>("b", Optional.of(setting("b", "2"))));
    }

    private void damage(Life life, Setting setting) {
        var damaged = new Setting(setting.key(), new JsonText("{\"$sealed\":\"tenantry:sealed:v1:AAAA\"}"));
        backend.settings().put(life, damaged, new Precondition.Any(), 10);
    }

    @Test
    void settingOfAnotherKeyOrTenantIsRefused() {
        var life = begin(tenant("a"), setting("a", "1"));
        var other = begin(broken, setting("b", "2"));
        var sealed = backend.settings().find(life, setting("a", "1").key()).orElseThrow();
        var moved = new Setting(setting("b", "2").key(), sealed.value());
        backend.settings().put(life, moved, new Precondition.Any(), 10);
        backend.settings().put(other, sealed, new Precondition.Any(), 10);
        assertRefused(() -> storage.settings().find(life, moved.key()))
                .hasMessageContaining("setting b of tenant a cannot be unsealed");
        assertRefused(() -> storage.settings().find(other, sealed.key()))
                .hasMessageContaining("setting a of tenant b cannot be unsealed");
        assertThat(storage.settings().find(other, moved.key())).contains(setting("b", "2"));
    }

    @Test
    void damagedSettingCanBeReplaced() {
        var life = begin(tenant("a"), setting("a", "1"));
        damage(life, setting("a", "1"));
        storage.settings().put(life, setting("a", "2"), new Precondition.Any(), 10);
        assertThat(storage.settings().find(life, setting("a", "2").key())).contains(setting("a", "2"));
    }
}
