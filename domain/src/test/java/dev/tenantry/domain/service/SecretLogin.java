package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.DeclaredSettings.Undeclared;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A tenant with one setting {@code user|password}, whose password no caller may see. */
final class SecretLogin {

    static final SettingKey LOGIN = new SettingKey("login");

    private static final Precondition ANY = new Precondition.Any();

    final Host host = new Host(OnUninstall.DELETE);
    final SettingsService service = service(host.storage);

    SecretLogin() {
        host.installed(0);
    }

    static SettingsService service(Storage storage) {
        var schema = Optional.of(new JsonText("secretive"));
        var login = new SettingDefinition(LOGIN, "", "", schema, Optional.empty());
        var declared = DeclaredSettings.of(List.of(login), new SplitSchemas(), Undeclared.ALLOWED);
        return new SettingsService(storage, new SettingsPolicy(Writers.APP, 20, 2), declared);
    }

    Access app() {
        return new Access(host.life(), new Caller.AppItself());
    }

    ETag put(String value) {
        return put(value, ANY);
    }

    ETag put(String value, Precondition precondition) {
        return service.put(app(), setting("login", value), precondition).etag();
    }

    SettingView get() {
        return service.get(app(), LOGIN, ANY);
    }

    String stored() {
        return host.settings().get(0).value().text();
    }

    static Precondition matches(ETag... tags) {
        return new Precondition.Matches(Set.of(tags));
    }

    static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .extracting(DomainException::code)
                .isEqualTo(code);
    }

    /** Returns a service on a store in which somebody else writes just after each of the first reads. */
    SettingsService disturbed(String value, int times) {
        var reads = new AtomicInteger();
        return service(new InterceptedStorage(host.storage, call -> {
            var answer = call.proceed();
            if (answer instanceof Optional<?> && reads.incrementAndGet() <= times) {
                store(setting("login", value.isEmpty() ? "n|" + reads.get() : value));
            }
            return answer;
        }));
    }

    private void store(Setting setting) {
        host.storage.settings().put(host.life(), setting, ANY, 9);
    }
}
