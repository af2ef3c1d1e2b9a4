package dev.tenantry.app.encryption;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.BrokenConnection;
import dev.tenantry.domain.testkit.BrokenConnection.When;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import dev.tenantry.domain.testkit.StorageUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class RotationTest implements StorageUnderTest {

    private static final Keyset OLD = Keyset.mint();
    private static final Keyset BOTH = OLD.withNewKey().withNewestSealing();

    /** The page of tenants, the commit of the record, the page of settings, and then the put of the setting. */
    private static final int CALLS_BEFORE_THE_PUT = 4;

    private static final Predicate<SettingKey> SECRETIVE = new SettingKey("mail")::equals;

    private final Storage backend = new InMemoryStorage();
    private final Storage storage = under(OLD);
    private final List<String> troubles = new ArrayList<>();
    private final TenantRecord acme = tenant("acme");
    private final TenantRecord gone = in(TenantStatus.UNINSTALLED, tenant("gone"));

    private Storage under(Keyset keyset) {
        return new SealedStorage(backend, Optional.of(keyset), SECRETIVE);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    /** One tenant in use, and one that keeps its settings for its return. */
    private void beginAll() {
        begin(acme, setting("mail", "{\"password\":\"x\"}"), setting("other", "1"));
        begin(gone, setting("mail", "{\"password\":\"y\"}"), setting("other", "2"));
    }

    private MoveReport rotate(Storage storage, Keyset keyset) {
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        Rotation.sealing(storage, keyset, SECRETIVE, report).run(() -> {});
        return report;
    }

    private MoveReport decrypt() {
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        Rotation.unsealing(backend, BOTH, SECRETIVE, report).run(() -> {});
        return report;
    }

    /** Returns all secrets and settings that a storage has, as far as they can be read. */
    private static Map<String, String> content(Storage storage) {
        var content = new TreeMap<String, String>();
        for (var row : storage.archive().tenants(Optional.empty(), 100)) {
            var record = row.content().orElseThrow();
            record.secrets().current().ifPresent(secret -> content.put(row.name(), secret.reveal()));
            for (var found : storage.archive().settings(record.life().orElseThrow(), Optional.empty(), 100)) {
                content.put(row.name() + '/' + found.name(), text(found));
            }
        }
        return content;
    }

    private static String text(Row<Setting> row) {
        return row.content().map(setting -> setting.value().text()).orElse("unreadable");
    }

    @Test
    void everythingIsSealedByTheNewKeyAlone() {
        beginAll();
        var before = content(storage);
        assertThat(rotate(backend, BOTH).summary()).isEqualTo("written: 2 tenants, 2 settings");
        assertThat(content(under(BOTH.withoutOldKeys()))).isEqualTo(before);
    }

    @Test
    void whatIsCurrentIsLeftAlone() {
        beginAll();
        rotate(backend, BOTH);
        var stored = content(backend);
        assertThat(rotate(backend, BOTH).summary()).isEqualTo("unchanged: 2 tenants, 2 settings");
        assertThat(content(backend)).isEqualTo(stored);
    }

    @Test
    void whatWasInTheClearIsSealedAndPutIntoTheClearAgain() {
        beginAll();
        var plain = content(storage);
        assertThat(decrypt().summary()).isEqualTo("written: 2 tenants, 2 settings");
        assertThat(content(backend)).isEqualTo(plain);
        assertThat(decrypt().summary()).isEqualTo("unchanged: 2 tenants, 2 settings");
        rotate(backend, OLD);
        assertThat(content(backend)).doesNotContainValue(plain.get("acme")).doesNotContainValue(plain.get("gone/mail"));
        assertThat(content(storage)).isEqualTo(plain);
    }

    @Test
    void tenantThatHasLeftFindsItsSettingsWhenItReturns() {
        beginAll();
        rotate(backend, BOTH);
        var rotated = under(BOTH);
        var left = rotated.installations().find(gone.id()).orElseThrow();
        assertThat(left.lifecycle()).isEqualTo(gone.lifecycle());
        var back = in(TenantStatus.INSTALLED, left);
        assertThat(rotated.installations().commit(Commit.replace(left, back))).isTrue();
        assertThat(rotated.settings().page(back.life().orElseThrow(), Optional.empty(), 10))
                .containsExactly(setting("mail", "{\"password\":\"y\"}"), setting("other", "2"));
    }

    @Test
    void whatCannotBeUnsealedIsToldAndStopsNothing() {
        beginAll();
        under(Keyset.mint()).installations().commit(first(tenant("b")));
        assertThat(rotate(backend, BOTH).summary()).isEqualTo("written: 2 tenants, 2 settings; skipped: 1 tenant");
        assertThat(troubles)
                .singleElement()
                .asString()
                .startsWith("tenant b: the current secret of tenant b cannot be unsealed");
    }

    @Test
    void tokenOfForgeIsSealedAndNeverLiesInTheClear() {
        var alias = new Alias("ari:cloud:ecosystem::installation/1");
        var presence = new ForgePresence(true, INSTALLED_AT, "1", Optional.of(new SystemToken("token-of-forge")));
        begin(acme.with(acme.lifecycle().onForge(alias, presence)));
        assertThat(stored(acme).lifecycle().presenceOf(alias).orElseThrow().text())
                .startsWith("reachable ")
                .doesNotContain("token-of-forge");
        decrypt();
        assertThat(stored(acme).lifecycle().presenceOf(alias)).contains(presence.with(Optional.empty()));
    }

    @Test
    void secretMemberOfAnInstallationIsSealed() {
        var consumer = new JsonText("{\"key\":\"k\",\"secret\":\"of-bitbucket\"}");
        var installation =
                new Installation("app", "bitbucket", "https://bitbucket.org", Map.of(), Map.of("consumer", consumer));
        begin(Fixtures.with(installation, acme));
        assertThat(stored(acme).installation().unknown().values())
                .extracting(JsonText::text)
                .singleElement()
                .asString()
                .doesNotContain("of-bitbucket");
        rotate(backend, BOTH);
        var rotated =
                under(BOTH.withoutOldKeys()).installations().find(acme.id()).orElseThrow();
        assertThat(rotated.installation()).isEqualTo(installation);
        decrypt();
        assertThat(stored(acme).installation()).isEqualTo(installation);
    }

    private TenantRecord stored(TenantRecord record) {
        return backend.installations().find(record.id()).orElseThrow();
    }

    private static Commit first(TenantRecord record) {
        return new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of());
    }

    @Test
    void rotationThatIsCutOffAnywhereIsFinishedByTheNext() {
        for (var when : When.values()) {
            boolean broken = true;
            for (int call = 0; broken; call++) {
                var each = new RotationTest();
                each.beginAll();
                var before = content(each.storage);
                broken = each.breaks(call, when);
                each.rotate(each.backend, BOTH);
                assertThat(content(each.under(BOTH.withoutOldKeys())))
                        .as("broken %s call %d", when, call)
                        .isEqualTo(before);
            }
        }
    }

    private boolean breaks(int call, When when) {
        try {
            return !rotate(new InterceptedStorage(backend, new BrokenConnection(call, when)), BOTH)
                    .isClean();
        } catch (StorageException broken) {
            return true;
        }
    }

    /** Before each call of the rotation somebody else changes both the record and the setting. */
    @Test
    void changesOfServersThatRunMeanwhileAreKept() {
        var life = begin(acme, setting("mail", "0"));
        var changes = new AtomicInteger();
        var busy = new InterceptedStorage(backend, call -> {
            int change = changes.incrementAndGet();
            if (change <= 8) {
                storage.settings().put(life, setting("mail", String.valueOf(change)), new Precondition.Any(), 10);
                var record = storage.installations().find(acme.id()).orElseThrow();
                replace(record, record.with(secret("secret " + change)));
            }
            return call.proceed();
        });
        assertThat(rotate(busy, BOTH).isClean()).isTrue();
        assertThat(changes).hasValueGreaterThan(8);
        assertThat(content(under(BOTH.withoutOldKeys()))).isEqualTo(Map.of("acme", "secret 8", "acme/mail", "8"));
    }

    private static Secrets secret(String text) {
        return Secrets.starting(Optional.of(new SharedSecret(text)));
    }

    @Test
    void tenantThatLeavesMeanwhileIsSealedAllTheSame() {
        begin(acme, setting("mail", "1"));
        var servers = under(BOTH).installations();
        var calls = new AtomicInteger();
        var leaving = new InterceptedStorage(backend, call -> {
            if (calls.incrementAndGet() == CALLS_BEFORE_THE_PUT) {
                var record = servers.find(acme.id()).orElseThrow();
                servers.commit(Commit.replace(record, in(TenantStatus.UNINSTALLED, record)));
            }
            return call.proceed();
        });
        assertThat(rotate(leaving, BOTH).isClean()).isTrue();
        assertThat(servers.find(acme.id()).orElseThrow().lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(content(under(BOTH.withoutOldKeys()))).containsEntry("acme/mail", "1");
    }
}
