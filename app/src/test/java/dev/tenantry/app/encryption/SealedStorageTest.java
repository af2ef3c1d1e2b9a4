package dev.tenantry.app.encryption;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import dev.tenantry.domain.testkit.StorageUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the backend sees, and that nobody else sees a difference. */
class SealedStorageTest implements StorageUnderTest {

    private static final Keyset KEYSET = Keyset.mint();
    private static final SettingKey MAIL = new SettingKey("mail");

    private final Storage backend = new InMemoryStorage();
    private final Storage storage = over(backend, KEYSET);

    private static Storage over(Storage backend, Keyset keyset) {
        return new SealedStorage(backend, Optional.of(keyset), MAIL::equals);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    private static TenantRecord withEverySecret() {
        var previous = new Previous(new SharedSecret("previous secret"), INSTALLED_AT, INSTALLED_AT.plusSeconds(600));
        return tenant("acme")
                .with(new Secrets(
                        Optional.of(new SharedSecret("current secret")),
                        Optional.of(previous),
                        Optional.of(new SharedSecret("retired secret"))));
    }

    private TenantRecord stored(TenantRecord record) {
        return backend.installations().find(record.id()).orElseThrow();
    }

    private static List<String> secrets(TenantRecord record) {
        return Arrays.stream(SecretSlot.values())
                .flatMap(slot -> slot.of(record.secrets()).stream())
                .map(SharedSecret::reveal)
                .toList();
    }

    @Test
    void noSecretOfARecordReachesTheBackend() {
        var record = withEverySecret();
        begin(record);
        assertThat(secrets(stored(record)))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).matches("tenantry:sealed:v1:[A-Za-z0-9_-]+"));
        assertThat(stored(record).with(record.secrets())).isEqualTo(record);
    }

    @Test
    void tokenOfAForgeInstallationIsSealedToo() {
        var installation = new Alias("ari:cloud:ecosystem::installation/1");
        var token = new SystemToken("a.b-c_d==");
        var presence = new ForgePresence(true, INSTALLED_AT, "1", Optional.of(token));
        var record = tenant("acme").with(Secrets.starting(Optional.empty()));
        var reachable = record.with(record.lifecycle().onForge(installation, presence));
        begin(reachable);
        var sealed = stored(reachable).lifecycle().presenceOf(installation).flatMap(ForgePresence::token);
        assertThat(sealed.orElseThrow().reveal()).matches("tenantry:sealed:v1:[A-Za-z0-9_-]+");
        assertThat(storage.installations().find(reachable.id())).contains(reachable);
        assertThat(storage.installations().commit(Commit.replace(reachable, record)))
                .isTrue();
    }

    @Test
    void onlySettingsWithSecretsAreSealed() {
        var life = begin(tenant("acme"), setting("mail", "{\"password\":\"x\"}"), setting("other", "1.0"));
        var texts = backend.settings().page(life, Optional.empty(), 10).stream()
                .map(found -> found.value().text())
                .toList();
        assertThat(texts).hasSize(2);
        assertThat(texts.get(0)).matches("\\{\"\\$sealed\":\"tenantry:sealed:v1:[A-Za-z0-9_-]+\"}");
        assertThat(texts.get(1)).isEqualTo("1.0");
    }

    @Test
    void whatIsStoredInTheClearIsReadAndSealedWithTheNextCommit() {
        var record = withEverySecret();
        backend.installations().commit(first(record));
        assertThat(storage.installations().find(record.id())).contains(record);
        var enabled = record.with(record.lifecycle().enabled(INSTALLED_AT));
        replace(record, enabled);
        assertThat(secrets(stored(record))).doesNotContainAnyElementsOf(secrets(record));
        assertThat(storage.installations().find(record.id())).contains(enabled);
    }

    private static Commit first(TenantRecord record, Setting... seeds) {
        return new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of(seeds));
    }

    @Test
    void secretThatStaysKeepsItsSealAndOneThatMovesGetsAnother() {
        var record = tenant("acme");
        begin(record);
        var before = secrets(stored(record));
        var enabled = record.with(record.lifecycle().enabled(INSTALLED_AT));
        replace(record, enabled);
        assertThat(secrets(stored(record))).isEqualTo(before);
        replace(enabled, enabled.with(enabled.secrets().retire()));
        assertThat(secrets(stored(record))).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void commitIsMadeThoughSomebodySealsTheRecordAnewInBetween() {
        var record = tenant("acme");
        begin(record);
        var calls = new AtomicInteger();
        var disturbed = new InterceptedStorage(backend, call -> {
            if (calls.incrementAndGet() == 2) {
                sealAnew(record);
            }
            return call.proceed();
        });
        var enabled = record.with(record.lifecycle().enabled(INSTALLED_AT));
        assertThat(over(disturbed, KEYSET).installations().commit(Commit.replace(record, enabled)))
                .isTrue();
        assertThat(storage.installations().find(record.id())).contains(enabled);
    }

    private void sealAnew(TenantRecord record) {
        var stored = stored(record);
        var anew = new SealedRecords(new KeysetSealer(KEYSET)).seal(record, Optional.empty());
        assertThat(backend.installations().commit(Commit.replace(stored, anew))).isTrue();
    }

    @Test
    void valueThatLooksSealedComesBackAsItIs() {
        var odd = setting("other", "{\"$sealed\":\"tenantry:sealed:v1:AAAA\"}");
        var life = begin(tenant("acme"), odd);
        assertThat(storage.settings().find(life, odd.key())).contains(odd);
        assertThat(backend.settings().find(life, odd.key())).isPresent().isNotEqualTo(Optional.of(odd));
    }
}
