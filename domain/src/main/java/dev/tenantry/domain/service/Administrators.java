package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.Caller.ForgeCall;
import dev.tenantry.domain.port.out.ForgeUsers;
import dev.tenantry.domain.port.out.HostApi;
import dev.tenantry.domain.port.out.Installations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who administers the tenants, by the word of their hosts. Users who come through Forge are asked about with the token of
 * their own call, if it has one, and all others as the app, which only a tenant of Connect can be asked for.
 *
 * <p>A yes is believed for a quarter of an hour, as Atlassian's guide to app authorization allows at most; a no for a few
 * seconds, so that whoever is refused cannot have the host asked without end. Both are remembered for one account in one
 * life of one tenant, at most {@value #MAX_REMEMBERED} in all. That the host could not tell is never remembered. Safe for
 * use by many threads.
 */
public final class Administrators {

    static final Duration YES_LASTS = Duration.ofMinutes(15);
    static final Duration NO_LASTS = Duration.ofSeconds(5);
    static final int MAX_REMEMBERED = 10_000;

    private final Installations installations;
    private final HostApi host;
    private final ForgeUsers forge;
    private final Clock clock;
    private final Map<Member, Answer> remembered = new EldestForgotten();

    public Administrators(Installations installations, HostApi host, ForgeUsers forge, Clock clock) {
        this.installations = installations;
        this.host = host;
        this.forge = forge;
        this.clock = clock;
    }

    /**
     * Returns whether a user is an administrator; nobody in particular is none.
     *
     * @throws RejectedException if nobody can ever tell, because neither the call nor the tenant has what the host is asked
     *     with
     * @throws HostUnavailableException if that is unknown, which is not a no and never a yes
     * @throws UnauthenticatedException if the tenant's life ended meanwhile
     * @throws StorageException if the storage fails
     */
    public boolean include(Life life, Caller.User user) {
        return user.accountId()
                .filter(account -> isAdministrator(new Member(life, account), user))
                .isPresent();
    }

    private boolean isAdministrator(Member member, Caller.User user) {
        var known = recall(member);
        return known.isPresent() ? known.get() : ask(member, user);
    }

    private boolean ask(Member member, Caller.User user) {
        var askedAt = clock.instant();
        var tenant = installations
                .find(member.life().tenant())
                .filter(record -> record.isOpenFor(member.life()))
                .orElseThrow(() -> new UnauthenticatedException("the tenant is not live"));
        boolean yes = ask(tenant, member, user);
        synchronized (remembered) {
            remembered.put(member, new Answer(yes, askedAt));
        }
        return yes;
    }

    private boolean ask(TenantRecord tenant, Member member, Caller.User user) {
        var call = user.forge();
        var token = call.flatMap(ForgeCall::token);
        if (token.isPresent()) {
            return forge.isAdministrator(call.get().invocation(), member.accountId(), token.get());
        }
        if (call.isPresent() && tenant.secrets().current().isEmpty()) {
            throw new RejectedException(
                    ErrorCode.FORBIDDEN,
                    "Nobody can tell whether this user is an administrator: the endpoint in the app's manifest needs"
                            + " auth.appUserToken.");
        }
        return host.isAdministrator(tenant, member.accountId());
    }

    private Optional<Boolean> recall(Member member) {
        synchronized (remembered) {
            return Optional.ofNullable(remembered.get(member))
                    .filter(answer -> answer.holdsAt(clock.instant()))
                    .map(Answer::yes);
        }
    }

    /** One account in one life of one tenant. */
    private record Member(Life life, String accountId) {}

    /** What the host said. An answer from the future is none: somebody has set the clock back. */
    private record Answer(boolean yes, Instant askedAt) {
        boolean holdsAt(Instant now) {
            var age = Duration.between(askedAt, now);
            return !age.isNegative() && age.compareTo(yes ? YES_LASTS : NO_LASTS) < 0;
        }
    }

    /** Full, it forgets what was remembered first. */
    private static final class EldestForgotten extends LinkedHashMap<Member, Answer> {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Member, Answer> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }
}
