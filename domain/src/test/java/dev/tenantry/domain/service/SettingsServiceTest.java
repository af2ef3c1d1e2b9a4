package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.port.in.UseSettings.Written;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class SettingsServiceTest {

    private static final Precondition ANY = new Precondition.Any();
    private static final SettingKey A = new SettingKey("a");

    private final Host host = new Host(OnUninstall.DELETE);

    @BeforeEach
    void install() {
        host.installed(0);
    }

    private SettingsService service(Writers writers) {
        return new SettingsService(host.storage.settings(), new SettingsPolicy(writers, 10, 2));
    }

    private Access app() {
        return new Access(host.life(), new Caller.AppItself());
    }

    private Access user() {
        return new Access(host.life(), new Caller.User(Optional.of("account 1")));
    }

    private static SettingView view(String key, String json) {
        var setting = setting(key, json);
        return new SettingView(setting.key(), setting.value(), setting.etag(), true);
    }

    private static Precondition matches(String json) {
        return new Precondition.Matches(Set.of(new JsonText(json).etag()));
    }

    private static void assertRejected(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .extracting(RejectedException::code)
                .isEqualTo(code);
    }

    @Test
    void settingIsPutGotPagedAndRemoved() {
        var service = service(Writers.APP);
        assertThat(service.put(app(), setting("a", "1.0"), ANY))
                .isEqualTo(new Written(true, new JsonText("1.0").etag()));
        assertThat(service.put(app(), setting("a", "2.0"), ANY))
                .isEqualTo(new Written(false, new JsonText("2.0").etag()));
        assertThat(service.get(app(), A, ANY)).isEqualTo(view("a", "2.0"));
        assertThat(service.page(app(), Optional.empty(), 10)).containsExactly(view("a", "2.0"));
        service.remove(app(), A, ANY);
        assertThat(service.page(app(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void absentSettingIsNotFound() {
        var service = service(Writers.APP);
        assertRejected(ErrorCode.NOT_FOUND, () -> service.get(app(), A, ANY));
        assertRejected(ErrorCode.NOT_FOUND, () -> service.remove(app(), A, ANY));
        assertRejected(ErrorCode.NOT_FOUND, () -> service.patch(app(), A, (value, secrets) -> value, ANY));
    }

    @Test
    void unmetPreconditionIsSaidSoAlsoOfAnAbsentSetting() {
        var service = service(Writers.APP);
        var present = new Precondition.Present();
        assertRejected(ErrorCode.PRECONDITION_FAILED, () -> service.get(app(), A, present));
        assertRejected(ErrorCode.PRECONDITION_FAILED, () -> service.put(app(), setting("a", "1"), present));
        assertRejected(ErrorCode.PRECONDITION_FAILED, () -> service.remove(app(), A, present));
        assertRejected(
                ErrorCode.PRECONDITION_FAILED, () -> service.patch(app(), A, (value, secrets) -> value, present));
        service.put(app(), setting("a", "1"), ANY);
        assertRejected(ErrorCode.PRECONDITION_FAILED, () -> service.put(app(), setting("a", "3"), matches("2")));
        assertThat(service.get(app(), A, ANY)).isEqualTo(view("a", "1"));
    }

    @Test
    void userReadsButDoesNotWriteUnlessTheOperatorAllowsIt() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "1"), ANY);
        assertThat(service.get(user(), A, ANY)).isEqualTo(view("a", "1"));
        assertRejected(ErrorCode.FORBIDDEN, () -> service.put(user(), setting("a", "2"), ANY));
        assertRejected(ErrorCode.FORBIDDEN, () -> service.patch(user(), A, (value, secrets) -> value, ANY));
        assertRejected(ErrorCode.FORBIDDEN, () -> service.remove(user(), A, ANY));
        assertThat(service(Writers.USERS).put(user(), setting("a", "2"), ANY).created())
                .isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    void userWithoutAnAccountIsNobody(String accountId) {
        var nobody = new Access(host.life(), new Caller.User(Optional.ofNullable(accountId)));
        var service = service(Writers.USERS);
        service.put(app(), setting("a", "1"), ANY);
        assertThat(service.get(nobody, A, ANY)).isEqualTo(view("a", "1"));
        assertRejected(ErrorCode.FORBIDDEN, () -> service.put(nobody, setting("a", "2"), ANY));
        assertRejected(ErrorCode.FORBIDDEN, () -> service.patch(nobody, A, (value, secrets) -> value, ANY));
        assertRejected(ErrorCode.FORBIDDEN, () -> service.remove(nobody, A, ANY));
    }

    @Test
    void valueIsMeasuredInBytesOfUtf8() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "\"\uD83D\uDE00\uD83D\uDE00\""), ANY);
        assertRejected(
                ErrorCode.TOO_LARGE, () -> service.put(app(), setting("a", "\"\uD83D\uDE00\uD83D\uDE00x\""), ANY));
        assertRejected(
                ErrorCode.TOO_LARGE,
                () -> service.patch(app(), A, (value, secrets) -> new JsonText("\"123456789\""), ANY));
    }

    @Test
    void tenantWithAsManySettingsAsItMayHaveIsAConflict() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "1"), ANY);
        service.put(app(), setting("b", "1"), ANY);
        assertRejected(ErrorCode.CONFLICT, () -> service.put(app(), setting("c", "1"), ANY));
        assertThat(service.put(app(), setting("b", "2"), ANY).created()).isFalse();
    }

    @Test
    void patchAppliesItsFunctionToWhatIsStored() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "1"), ANY);
        var patched = service.patch(app(), A, (value, secrets) -> new JsonText(value.text() + "0"), matches("1"));
        assertThat(patched).isEqualTo(view("a", "10"));
        assertThat(service.get(app(), A, ANY)).isEqualTo(patched);
    }

    @Test
    void patchRunsAgainOnWhatSomebodyElseWrote() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "1"), ANY);
        var runs = new AtomicInteger();
        var patched = service.patch(
                app(),
                A,
                (value, secrets) -> {
                    if (runs.incrementAndGet() == 1) {
                        service.put(app(), setting("a", "2"), ANY);
                    }
                    return new JsonText(value.text() + "0");
                },
                ANY);
        assertThat(patched).isEqualTo(view("a", "20"));
        assertThat(runs).hasValue(2);
    }

    @Test
    void patchThatNamesATagFailsWhenSomebodyElseWrote() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "1"), ANY);
        assertRejected(
                ErrorCode.PRECONDITION_FAILED,
                () -> service.patch(
                        app(),
                        A,
                        (value, secrets) -> {
                            service.put(app(), setting("a", "2"), ANY);
                            return new JsonText("3");
                        },
                        matches("1")));
        assertThat(service.get(app(), A, ANY)).isEqualTo(view("a", "2"));
    }

    @Test
    void patchThatAlwaysLosesGivesUp() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "0"), ANY);
        var writes = new AtomicInteger();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> service.patch(
                        app(),
                        A,
                        (value, secrets) -> {
                            service.put(app(), setting("a", "" + writes.incrementAndGet()), ANY);
                            return new JsonText("-1");
                        },
                        ANY));
    }

    @Test
    void patchFailsAsItsFunctionDoes() {
        var service = service(Writers.APP);
        service.put(app(), setting("a", "1"), ANY);
        assertRejected(
                ErrorCode.CONFLICT,
                () -> service.patch(
                        app(),
                        A,
                        (value, secrets) -> {
                            throw new RejectedException(ErrorCode.CONFLICT, "The patch does not apply.");
                        },
                        ANY));
        assertThat(service.get(app(), A, ANY)).isEqualTo(view("a", "1"));
    }

    @Test
    void accessEndsWithTheLifeThatItWasGivenFor() {
        var service = service(Writers.APP);
        var access = app();
        host.uninstalled(100);
        host.installed(200);
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> service.get(access, A, ANY));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> service.put(access, setting("a", "1"), ANY));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> service.patch(access, A, (value, secrets) -> value, ANY));
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> service.remove(access, A, ANY));
    }
}
