package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.SecretLogin.LOGIN;
import static dev.tenantry.domain.service.SecretLogin.assertRefused;
import static dev.tenantry.domain.service.SecretLogin.matches;
import static dev.tenantry.domain.service.SecretLogin.service;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A setting {@code user|password}, whose password no caller may see. */
class SecretSettingsTest {

    private static final Precondition ANY = new Precondition.Any();
    private static final Precondition ABSENT = new Precondition.Absent();

    private final SecretLogin login = new SecretLogin();

    @Test
    void secretIsStoredAndNeverShown() {
        var etag = login.put("ann|pw");
        var shown = new SettingView(LOGIN, new JsonText("ann|*"), etag, true);
        assertThat(login.get()).isEqualTo(shown);
        assertThat(login.service.page(login.app(), Optional.empty(), 9)).containsExactly(shown);
        assertThat(login.service.patch(login.app(), LOGIN, (value, secrets) -> value, ANY))
                .isEqualTo(shown);
        assertThat(login.stored()).isEqualTo("ann|pw");
    }

    @Test
    void concealedSecretIsKept() {
        login.put("ann|pw");
        login.put("bob|*");
        assertThat(login.stored()).isEqualTo("bob|pw");
        login.service.patch(
                login.app(),
                LOGIN,
                (value, secrets) -> new JsonText(value.text().replace("bob", "eve")),
                ANY);
        assertThat(login.stored()).isEqualTo("eve|pw");
    }

    @Test
    void secretThatIsNotStoredCannotBeKept() {
        assertRefused(ErrorCode.SCHEMA_VIOLATION, () -> login.put("ann|*"));
        assertThat(login.host.settings()).isEmpty();
    }

    @Test
    void editSeesNoSecretAndWhereTheyAre() {
        login.put("ann|pw");
        login.service.patch(
                login.app(),
                LOGIN,
                (value, secrets) -> {
                    assertThat(value.text()).isEqualTo("ann|*");
                    assertThat(secrets).containsExactly("/secret");
                    return value;
                },
                ANY);
    }

    @Test
    void tagTellsValuesApartAndNothingElse() {
        var first = login.put("ann|pw");
        assertThat(first).isNotEqualTo(new JsonText("ann|pw").etag()).isNotEqualTo(new JsonText("ann|*").etag());
        assertThat(login.put("ann|other")).isNotEqualTo(first);
        assertThat(login.put("ann|pw")).isEqualTo(first).isEqualTo(login.get().etag());
        assertThat(first.value()).hasSameSizeAs(new JsonText("x").etag().value());
    }

    @Test
    void tagOfTheSameValueElsewhereIsAnother() {
        var storage = new InMemoryStorage();
        var declared = service(storage);
        var ann = begin(storage, "ann");
        var bob = begin(storage, "bob");
        var etag = declared.put(ann, setting("login", "u|p"), ANY).etag();
        assertThat(declared.put(bob, setting("login", "u|p"), ANY).etag()).isNotEqualTo(etag);
        assertThat(service(storage).get(ann, LOGIN, ANY).etag()).isEqualTo(etag);
        assertThat(login.put("u|p")).isNotEqualTo(etag);
    }

    private static Access begin(InMemoryStorage storage, String tenant) {
        var record = tenant(tenant);
        storage.installations()
                .commit(new Commit(record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of()));
        return new Access(record.life().orElseThrow(), new Caller.AppItself());
    }

    @Test
    void preconditionsCompareWithTheTagThatIsShown() {
        var first = login.put("ann|pw", ABSENT);
        var second = login.put("bob|*", matches(first));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.put("eve|*", matches(first)));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.put("eve|x", ABSENT));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.service.get(login.app(), LOGIN, matches(first)));
        assertRefused(
                ErrorCode.PRECONDITION_FAILED,
                () -> login.service.patch(login.app(), LOGIN, (value, secrets) -> value, matches(first)));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.service.remove(login.app(), LOGIN, matches(first)));
        assertThat(login.stored()).isEqualTo("bob|pw");
        login.service.remove(login.app(), LOGIN, matches(first, second));
        assertThat(login.host.settings()).isEmpty();
    }

    @Test
    void digestOfAGuessIsNoTag() {
        login.put("ann|pw");
        var guess = matches(new JsonText("ann|pw").etag());
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.service.get(login.app(), LOGIN, guess));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.put("ann|pw", guess));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.service.remove(login.app(), LOGIN, guess));
    }

    @Test
    void absentSettingIsNotFoundOrUnmet() {
        assertRefused(ErrorCode.NOT_FOUND, () -> login.service.remove(login.app(), LOGIN, ANY));
        assertRefused(
                ErrorCode.PRECONDITION_FAILED,
                () -> login.service.remove(login.app(), LOGIN, new Precondition.Present()));
        assertRefused(ErrorCode.PRECONDITION_FAILED, () -> login.put("ann|pw", new Precondition.Present()));
        assertRefused(
                ErrorCode.NOT_FOUND, () -> login.service.patch(login.app(), LOGIN, (value, secrets) -> value, ANY));
    }

    @Test
    void tenantWithTooManySettingsIsAConflict() {
        login.service.put(login.app(), setting("a", "1"), ANY);
        login.service.put(login.app(), setting("b", "1"), ANY);
        assertRefused(ErrorCode.CONFLICT, () -> login.put("ann|pw"));
    }

    @Test
    void valueIsMeasuredWithItsSecret() {
        login.put("ann|0123456789012345");
        assertRefused(ErrorCode.TOO_LARGE, () -> login.put("annabel|*"));
    }

    @Test
    void keyIsAskedForOnlyWhereThereAreSecrets() {
        var unreachable = new InterceptedStorage(new InMemoryStorage(), call -> {
            throw new StorageException("nobody is there");
        });
        new SettingsService(unreachable, new SettingsPolicy(Writers.APP, 20, 2), DeclaredSettings.NONE);
        assertThatExceptionOfType(StorageException.class).isThrownBy(() -> service(unreachable));
    }
}
