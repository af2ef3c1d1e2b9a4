package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.Violation;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.service.DeclaredSettings.Undeclared;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a declaration means for those who read and write. */
class DeclaredSettingsUseTest {

    private static final Precondition ANY = new Precondition.Any();
    private static final SettingKey PLAIN = new SettingKey("plain");
    private static final SettingKey OTHER = new SettingKey("other");

    private final Host host = new Host(OnUninstall.DELETE);
    private final SettingsService service = service(Undeclared.REFUSED);

    @BeforeEach
    void install() {
        host.installed(0);
    }

    private SettingsService service(Undeclared undeclared) {
        var plain = new SettingDefinition(PLAIN, "", "", Optional.of(new JsonText("plain")), Optional.empty());
        var declared = DeclaredSettings.of(List.of(plain), new SplitSchemas(), undeclared);
        return new SettingsService(host.storage, new SettingsPolicy(Writers.APP, 10, 9), declared);
    }

    private Access app() {
        return new Access(host.life(), new Caller.AppItself());
    }

    /** The value was stored before anything was declared. */
    private void stored(Setting setting) {
        host.storage.settings().put(host.life(), setting, ANY, 9);
    }

    private static void assertViolation(ThrowingCallable call) {
        assertThatExceptionOfType(SchemaViolationException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.violations())
                        .extracting(Violation::keyword)
                        .containsExactly("split"));
    }

    @Test
    void valueThatDoesNotFitIsNotWritten() {
        assertViolation(() -> service.put(app(), setting("plain", "bad"), ANY));
        assertThat(host.settings()).isEmpty();
    }

    @Test
    void patchedValueThatDoesNotFitIsNotWritten() {
        service.put(app(), setting("plain", "1"), ANY);
        assertViolation(() -> service.patch(app(), PLAIN, (value, secrets) -> new JsonText("bad"), ANY));
        assertThat(host.settings()).containsExactly(setting("plain", "1"));
    }

    @Test
    void storedValueThatDoesNotFitAnyMoreIsServedAndFlagged() {
        stored(setting("plain", "bad"));
        var served = service.get(app(), PLAIN, ANY);
        assertThat(served).isEqualTo(new SettingView(PLAIN, new JsonText("bad"), new JsonText("bad").etag(), false));
        assertThat(service.page(app(), Optional.empty(), 9)).containsExactly(served);
    }

    @Test
    void storedValueThatDoesNotFitAnyMoreCanBeMendedByAPatch() {
        stored(setting("plain", "bad"));
        var mended = service.patch(app(), PLAIN, (value, secrets) -> new JsonText("good"), ANY);
        assertThat(mended.valid()).isTrue();
    }

    @Test
    void undeclaredSettingIsNotWrittenWhereItIsRefused() {
        stored(setting("other", "1"));
        assertForbidden(() -> service.put(app(), setting("other", "2"), ANY));
        assertForbidden(() -> service.patch(app(), OTHER, (value, secrets) -> value, ANY));
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .extracting(RejectedException::code)
                .isEqualTo(ErrorCode.FORBIDDEN);
    }

    @Test
    void undeclaredSettingThatIsThereIsReadAndRemovedAllTheSame() {
        stored(setting("other", "1"));
        assertThat(service.get(app(), OTHER, ANY).valid()).isTrue();
        service.remove(app(), OTHER, ANY);
        assertThat(host.settings()).isEmpty();
    }

    @Test
    void undeclaredSettingIsWrittenWhereItIsAllowed() {
        assertThat(service(Undeclared.ALLOWED)
                        .put(app(), setting("other", "bad"), ANY)
                        .created())
                .isTrue();
    }
}
