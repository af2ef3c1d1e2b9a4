package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.Caller.ForgeCall;
import dev.tenantry.domain.port.out.HostApi;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.token.Invocation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdministratorsTest {

    private static final Caller.User ALICE = user("alice");

    private final Host host = new Host(OnUninstall.DELETE);
    private final Directory directory = new Directory();
    private final Administrators administrators =
            new Administrators(host.storage.installations(), directory, this::isAdministratorByForge, host.clock);
    private final List<String> askedByForge = new ArrayList<>();

    @BeforeEach
    void install() {
        host.installed(0);
    }

    private boolean isAdministratorByForge(Invocation call, String accountId, UserToken token) {
        askedByForge.add(accountId + " with " + token.reveal());
        return directory.administrators.contains(accountId);
    }

    private static Caller.User throughForge(String accountId, Optional<UserToken> token) {
        var call = Remote.invocation(Remote.FIRST);
        return new Caller.User(Optional.of(accountId), Optional.of(new ForgeCall(call, token)));
    }

    private static Caller.User user(String accountId) {
        return new Caller.User(Optional.of(accountId));
    }

    @Test
    void administratorIsWhomTheHostCallsOne() {
        directory.administrators.add("alice");

        assertThat(administrators.include(host.life(), ALICE)).isTrue();
        assertThat(administrators.include(host.life(), user("bob"))).isFalse();
        assertThat(directory.asked).containsExactly("alice", "bob");
    }

    @Test
    void nobodyInParticularIsNoneAndTheHostIsNotAsked() {
        assertThat(administrators.include(host.life(), new Caller.User(Optional.empty())))
                .isFalse();
        assertThat(administrators.include(host.life(), user(""))).isFalse();
        assertThat(directory.asked).isEmpty();
    }

    @Test
    void yesIsBelievedForAQuarterOfAnHour() {
        directory.administrators.add("alice");
        administrators.include(host.life(), ALICE);
        directory.administrators.clear();

        host.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(administrators.include(host.life(), ALICE)).isTrue();
        host.clock.advance(Duration.ofMillis(1));
        assertThat(administrators.include(host.life(), ALICE)).isFalse();
    }

    @Test
    void noIsBelievedForSeconds() {
        administrators.include(host.life(), ALICE);
        directory.administrators.add("alice");

        host.clock.advance(Duration.ofSeconds(5).minusMillis(1));
        assertThat(administrators.include(host.life(), ALICE)).isFalse();
        assertThat(directory.asked).hasSize(1);
        host.clock.advance(Duration.ofMillis(1));
        assertThat(administrators.include(host.life(), ALICE)).isTrue();
    }

    @Test
    void clockThatIsSetBackKeepsNoAnswerAlive() {
        directory.administrators.add("alice");
        administrators.include(host.life(), ALICE);
        directory.administrators.clear();

        host.clock.advance(Duration.ofHours(-1));
        assertThat(administrators.include(host.life(), ALICE)).isFalse();
    }

    @Test
    void failureIsNeverAnAnswerAndNeverRemembered() {
        directory.outOfReach = true;
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> administrators.include(host.life(), ALICE));

        directory.outOfReach = false;
        directory.administrators.add("alice");
        assertThat(administrators.include(host.life(), ALICE)).isTrue();
    }

    @Test
    void rememberedYesOutlivesAnOutage() {
        directory.administrators.add("alice");
        administrators.include(host.life(), ALICE);
        directory.outOfReach = true;

        assertThat(administrators.include(host.life(), ALICE)).isTrue();
    }

    @Test
    void answerBelongsToOneLifeOfOneTenant() {
        directory.administrators.add("alice");
        var before = host.life();
        administrators.include(before, ALICE);
        host.uninstalled(100);
        host.installed(200);
        directory.administrators.clear();

        assertThat(administrators.include(host.life(), ALICE)).isFalse();
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> administrators.include(before, user("carol")));
    }

    @Test
    void hostIsAskedWithTheRecordAsItIsNow() {
        host.installed(100, "another secret");
        administrators.include(host.life(), ALICE);

        assertThat(directory.tenants).containsExactly(host.record());
    }

    @Test
    void userOfForgeIsAskedAboutWithTheTokenOfTheCall() {
        directory.administrators.add("alice");
        var token = Optional.of(new UserToken("of-the-call"));
        assertThat(administrators.include(host.life(), throughForge("alice", token)))
                .isTrue();
        assertThat(administrators.include(host.life(), throughForge("bob", token)))
                .isFalse();
        assertThat(askedByForge).containsExactly("alice with of-the-call", "bob with of-the-call");
        assertThat(directory.asked).isEmpty();
    }

    @Test
    void withoutATokenTheAppAsksWhereItCanAndElseNobodyEverCould() {
        directory.administrators.add("alice");
        var alice = throughForge("alice", Optional.empty());
        assertThat(administrators.include(host.life(), alice)).isTrue();
        assertThat(directory.asked).containsExactly("alice");
        var record = host.record();
        host.storage
                .installations()
                .commit(Commit.replace(record, record.with(record.secrets().retire())));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> administrators.include(host.life(), throughForge("carol", Optional.empty())))
                .returns(ErrorCode.FORBIDDEN, RejectedException::code);
    }

    @Test
    void tooManyToRememberAreForgottenFromTheFirst() {
        directory.administrators.add("alice");
        administrators.include(host.life(), ALICE);
        for (int i = 0; i < Administrators.MAX_REMEMBERED; i++) {
            administrators.include(host.life(), user("user " + i));
        }
        directory.asked.clear();

        administrators.include(host.life(), user("user 0"));
        assertThat(directory.asked).isEmpty();
        administrators.include(host.life(), ALICE);
        assertThat(directory.asked).containsExactly("alice");
    }

    @Test
    void onlyAnAdministratorWritesIfTheOperatorSaysSo() {
        var service = service();
        var setting = Fixtures.setting("a", "1");
        var any = new Precondition.Any();
        directory.administrators.add("alice");

        assertThat(service.put(access(ALICE), setting, any).created()).isTrue();
        assertThat(service.put(access(new Caller.AppItself()), setting, any).created())
                .isFalse();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> service.put(access(user("bob")), setting, any))
                .returns(ErrorCode.FORBIDDEN, RejectedException::code);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> service.remove(access(user("bob")), setting.key(), any))
                .returns(ErrorCode.FORBIDDEN, RejectedException::code);
        assertThat(service.get(access(user("bob")), setting.key(), any).value()).isEqualTo(setting.value());
        assertThat(directory.asked).containsExactly("alice", "bob");
    }

    @Test
    void serviceThatMustKnowAdministratorsIsNotMadeWithoutThem() {
        var policy = new SettingsPolicy(Writers.ADMINS, 10, 2);

        assertThatIllegalArgumentException().isThrownBy(() -> new SettingsService(host.storage.settings(), policy));
    }

    private SettingsService service() {
        var policy = new SettingsPolicy(Writers.ADMINS, 10, 2);
        return new SettingsService(host.storage, policy, DeclaredSettings.NONE, administrators);
    }

    private Access access(Caller caller) {
        return new Access(host.life(), caller);
    }

    /** A host that knows its administrators, or does not answer. */
    private static final class Directory implements HostApi {

        final Set<String> administrators = new HashSet<>();
        final List<String> asked = new ArrayList<>();
        final List<TenantRecord> tenants = new ArrayList<>();
        boolean outOfReach;

        @Override
        public boolean isAdministrator(TenantRecord tenant, String accountId) {
            asked.add(accountId);
            tenants.add(tenant);
            if (outOfReach) {
                throw new HostUnavailableException("the host is out of reach");
            }
            return administrators.contains(accountId);
        }
    }
}
