package dev.tenantry.domain.service;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.MirroredKeys;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.MirrorSettings.Result;
import dev.tenantry.domain.port.in.UseSettings;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InterceptedStorage;
import dev.tenantry.domain.testkit.InterceptedStorage.Call;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MirrorTest {

    private static final Precondition ANY = new Precondition.Any();
    private static final String TOO_LONG = '"' + "x".repeat(MirroredKeys.MAX_VALUE_LENGTH) + '"';

    private final Host host = new Host(OnUninstall.DELETE);
    private final Properties properties = new Properties();
    private final Queue<Runnable> afterwards = new ArrayDeque<>();
    private final List<TenantId> failed = new ArrayList<>();
    private final Mirror mirror =
            new Mirror(host.storage, properties, new MirroredKeys(Set.of(new SettingKey("a"), new SettingKey("b"))));
    private final UseSettings settings = mirrored(afterwards::add);

    private boolean losesAnswers;

    @BeforeEach
    void install() {
        host.installed(0);
    }

    private Access app() {
        return new Access(host.life(), new Caller.AppItself());
    }

    private UseSettings mirrored(Executor executor) {
        var storage = new MirroredStorage(new InterceptedStorage(host.storage, this::answer), mirror, executor);
        var policy = new SettingsPolicy(SettingsPolicy.Writers.USERS, 100_000, 1000);
        return new MirroredSettings(new SettingsService(storage.settings(), policy), mirror);
    }

    private Object answer(Call write) throws Throwable {
        var answer = write.proceed();
        if (losesAnswers && (answer instanceof PutOutcome || answer instanceof RemoveOutcome)) {
            throw new StorageException("the store does not answer in time");
        }
        return answer;
    }

    private void put(Setting setting) {
        settings.put(app(), setting, ANY);
    }

    private void work() {
        while (!afterwards.isEmpty()) {
            afterwards.remove().run();
        }
    }

    private Optional<String> property(String key) {
        return Optional.ofNullable(properties.values.get(Properties.place("acme", key)))
                .map(JsonText::text);
    }

    private void property(String key, String json) {
        properties.values.put(Properties.place("acme", key), new JsonText(json));
    }

    private Result reconcile() {
        return mirror.reconcile((tenant, failure) -> failed.add(tenant));
    }

    @Test
    void everyWriteOfAChosenSettingIsCopiedAfterIt() {
        put(setting("a", "1"));
        assertThat(property("a")).isEmpty();
        work();
        assertThat(property("a")).contains("1");
        settings.patch(app(), new SettingKey("a"), (value, secrets) -> new JsonText("2"), ANY);
        work();
        assertThat(property("a")).contains("2");
        settings.remove(app(), new SettingKey("a"), ANY);
        work();
        assertThat(property("a")).isEmpty();
    }

    @Test
    void writeThatMayHaveComeAboutIsCopiedAsItIsThen() {
        losesAnswers = true;
        assertUnknown(() -> put(setting("a", "1")));
        assertThat(property("a")).contains("1");
        assertUnknown(() -> settings.patch(app(), new SettingKey("a"), (value, secrets) -> new JsonText("2"), ANY));
        assertThat(property("a")).contains("2");
        assertUnknown(() -> settings.remove(app(), new SettingKey("a"), ANY));
        assertThat(property("a")).isEmpty();
    }

    private void assertUnknown(ThrowingCallable write) {
        assertThatExceptionOfType(StorageException.class).isThrownBy(write).withMessageContaining("in time");
        work();
    }

    @Test
    void writeThatChangedNothingIsNotCopied() {
        put(setting("a", "1"));
        work();
        var absent = new Precondition.Absent();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> settings.put(app(), setting("a", "2"), absent));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> settings.remove(app(), new SettingKey("b"), ANY));
        assertThat(afterwards).isEmpty();
    }

    @Test
    void otherSettingsAreNot() {
        put(setting("secret", "1"));

        assertThat(afterwards).isEmpty();
        assertThat(settings.get(app(), new SettingKey("secret"), ANY).value().text())
                .isEqualTo("1");
        assertThat(settings.page(app(), Optional.empty(), 9)).hasSize(1);
    }

    @Test
    void copyIsOfTheSettingAsItIsWhenItsTurnComes() {
        put(setting("a", "1"));
        put(setting("a", "2"));
        afterwards.remove().run();

        assertThat(property("a")).contains("2");
    }

    @Test
    void whoeverCopiesLastLooksAgain() {
        put(setting("a", "1"));
        properties.beforeEachWrite = () -> {
            properties.beforeEachWrite = () -> {};
            host.storage.settings().put(host.life(), setting("a", "2"), ANY, 10);
            property("a", "2");
        };
        work();

        assertThat(property("a")).contains("2");
    }

    @Test
    void propertyThatDoesNotStayIsGivenUp() {
        var writes = new AtomicInteger();
        properties.beforeEachWrite =
                () -> host.storage.settings().put(host.life(), setting("a", "" + writes.incrementAndGet()), ANY, 10);
        put(setting("a", "0"));

        assertThat(reconcile()).isEqualTo(new Result(1, 0, 0));
        assertThat(failed).containsExactly(Host.ACME);
    }

    @Test
    void copyThatFailsIsMadeUpForByAReconcile() {
        properties.outOfReach.add(Host.ACME);
        put(setting("a", "1"));
        work();
        assertThat(reconcile()).isEqualTo(new Result(1, 0, 0));
        assertThat(failed).containsExactly(Host.ACME);

        properties.outOfReach.clear();
        assertThat(reconcile()).isEqualTo(new Result(1, 0, 1));
        assertThat(property("a")).contains("1");
        assertThat(reconcile()).isEqualTo(new Result(1, 0, 0));
    }

    @Test
    void busyExecutorFailsNoWrite() {
        var busy = mirrored(task -> {
            throw new RejectedExecutionException("full");
        });

        assertThat(busy.put(app(), setting("a", "1"), ANY).created()).isTrue();
    }

    @Test
    void reconcileRemovesWhatNoSettingStandsBehindAndLeavesOthersAlone() {
        property("a", "1");
        property("mine", "2");

        assertThat(reconcile()).isEqualTo(new Result(1, 0, 1));
        assertThat(property("a")).isEmpty();
        assertThat(property("mine")).contains("2");
    }

    @Test
    void tenantThatFailsDoesNotEndTheWalk() {
        put(setting("a", "1"));
        var other = Fixtures.tenant("aaa first");
        var uninstalled = Fixtures.in(TenantStatus.UNINSTALLED, Fixtures.tenant("gone"));
        for (var tenant : List.of(other, uninstalled)) {
            host.storage
                    .installations()
                    .commit(new Commit(
                            tenant.id(), Optional.empty(), Optional.of(tenant), Optional.empty(), List.of()));
        }
        properties.outOfReach.add(other.id());

        assertThat(reconcile()).isEqualTo(new Result(2, 0, 1));
        assertThat(failed).containsExactly(other.id());
        assertThat(property("a")).contains("1");
    }

    @Test
    void tenantThatSharesNoSecretIsNotCalled() {
        var forge = Fixtures.in(TenantStatus.FORGE, Fixtures.tenant("forge")).with(Secrets.starting(Optional.empty()));
        host.storage
                .installations()
                .commit(new Commit(forge.id(), Optional.empty(), Optional.of(forge), Optional.empty(), List.of()));
        settings.put(new Access(forge.life().orElseThrow(), new Caller.AppItself()), setting("a", "1"), ANY);
        work();
        mirror.followAll(forge.id());

        assertThat(reconcile()).isEqualTo(new Result(1, 1, 0));
        assertThat(failed).isEmpty();
        assertThat(properties.values).isEmpty();
    }

    @Test
    void copyOfALifeThatIsOverIsNone() {
        put(setting("a", "1"));
        host.uninstalled(100);
        host.installed(200);
        work();

        assertThat(property("a")).isEmpty();
    }

    @Test
    void siteThatInstallsOrEnablesTheAppGetsCopiesOfWhatItStartsWith() {
        var starting = new Host(OnUninstall.DELETE, setting("a", "1"), setting("c", "1"));
        var copying = new Mirror(starting.storage, properties, new MirroredKeys(Set.of(new SettingKey("a"))));
        starting.listeners.add(new MirrorWhenInstalled(copying, afterwards::add));

        assertCopied(LifecycleOutcome.INSTALLED, () -> starting.installed(0));
        assertCopied(LifecycleOutcome.ENABLED, () -> starting.enabled(100));
        assertCopied(LifecycleOutcome.UPDATED, () -> starting.installed(200, "rotated"));
        starting.disabled(300);
        starting.uninstalled(400);
        assertThat(afterwards).isEmpty();
        assertCopied(LifecycleOutcome.REINSTALLED, () -> starting.installed(500));
    }

    private void assertCopied(LifecycleOutcome outcome, Supplier<LifecycleOutcome> event) {
        properties.values.clear();
        assertThat(event.get()).isEqualTo(outcome);
        work();
        assertThat(properties.values).as("%s", outcome).containsOnlyKeys(Properties.place("acme", "a"));
    }

    @Test
    void valueThatNoHostCouldKeepIsRefusedBeforehand() {
        put(setting("a", "1"));

        assertTooLarge(() -> put(setting("a", TOO_LONG)));
        assertTooLarge(
                () -> settings.patch(app(), new SettingKey("a"), (value, secrets) -> new JsonText(TOO_LONG), ANY));
        put(setting("c", TOO_LONG));
        assertThat(host.settings()).contains(setting("a", "1"));
    }

    @Test
    void valueFromBeforeThatNoHostCouldKeepIsTold() {
        host.storage.settings().put(host.life(), setting("a", TOO_LONG), ANY, 10);

        assertThat(reconcile()).isEqualTo(new Result(1, 0, 0));
        assertThat(failed).containsExactly(Host.ACME);
        assertThat(property("a")).isEmpty();
    }

    private static void assertTooLarge(ThrowingCallable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call)
                .returns(ErrorCode.TOO_LARGE, RejectedException::code);
    }
}
