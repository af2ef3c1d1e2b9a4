package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.Caller.ForgeCall;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.in.ServeForge;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.token.InvocationToken;
import java.time.Clock;
import java.util.Optional;

/** Serves Forge installations on the same tenants, by the same rules of life, as Connect's callbacks do. */
public final class ForgeService implements ServeForge {

    private final Storage storage;
    private final ManageLifecycle lifecycle;
    private final InvocationRules rules;
    private final ForgeTenants tenants;
    private final boolean keepsTokens;

    /**
     * @param lifecycle applies what installations tell
     * @param host what it can be asked
     */
    public ForgeService(Apps apps, Storage storage, ManageLifecycle lifecycle, Host host) {
        this.storage = storage;
        this.lifecycle = lifecycle;
        this.rules = new InvocationRules(apps.forge(), host.keys(), new ClaimRules(apps.connect(), host.clock()));
        this.keepsTokens = host.keepsTokens();
        var links = new LinkService(storage, host.clock());
        this.tenants = new ForgeTenants(storage, host.evidence(), links, host.clock());
    }

    /**
     * The one app under both of its names.
     *
     * @param connect as Connect knows it
     * @param forge as Forge knows it
     */
    public record Apps(App connect, ForgeApp forge) {}

    /**
     * What the host can be asked.
     *
     * @param keys the public keys of Forge, or of the Isolated Cloud that the app is configured for
     * @param evidence which Connect tenant an installation was
     * @param clock the time
     * @param keepsTokens whether the newest token of each installation stays in its tenant's record, for later calls; only for
     *     a storage that seals what is secret
     */
    public record Host(HostKeys keys, LinkEvidence evidence, Clock clock, boolean keepsTokens) {}

    @Override
    public Access access(InvocationToken call) {
        rules.requireGenuine(call);
        var tenant = tenants.find(call);
        var record = storage.installations()
                .find(tenant)
                .filter(known -> isInUse(known, call))
                .orElseGet(() -> begin(tenant, call));
        var issuedAt = call.token().claims().issuedAt();
        if (record.lifecycle().refusesTokensOf(issuedAt) || !isInUse(record, call)) {
            throw new UnauthenticatedException("the installation has left, or is disabled");
        }
        var life = record.life().orElseThrow(() -> new UnauthenticatedException("the tenant has no settings"));
        return new Access(life, caller(call));
    }

    @Override
    public TenantId tenantOf(InvocationToken call) {
        requireHost(call);
        var tenant = tenants.find(call);
        return storage.installations()
                .find(tenant)
                .orElseGet(() -> begin(tenant, call))
                .id();
    }

    @Override
    public LifecycleOutcome hear(InvocationToken call, ForgeNews news) {
        requireHost(call);
        if (news == ForgeNews.PRE_UNINSTALL) {
            var callback = InvocationRules.callback(tenants.find(call), call);
            return lifecycle.apply(new LifecycleEvent.LeavingForge(callback, call.invocation()));
        }
        return present(tenants.findAgain(call, news), call, news);
    }

    private TenantRecord begin(TenantId tenant, InvocationToken call) {
        present(tenant, call, ForgeNews.CALL);
        return storage.installations()
                .find(tenant)
                .orElseThrow(() -> new UnauthenticatedException("the installation has left"));
    }

    private LifecycleOutcome present(TenantId tenant, InvocationToken call, ForgeNews news) {
        var callback = InvocationRules.callback(tenant, call);
        var outcome = lifecycle.apply(new LifecycleEvent.OnForge(
                callback, call.invocation(), news, call.systemToken().filter(token -> keepsTokens)));
        tenants.noteSites(tenant, call.invocation());
        return outcome;
    }

    private static boolean isInUse(TenantRecord record, InvocationToken call) {
        return record.lifecycle().isInUseBy(call.invocation().installation());
    }

    /** Outside of pages it is the app's own backend, or its code in Forge, that calls. */
    private static Caller caller(InvocationToken call) {
        var invocation = call.invocation();
        return invocation.isFromPage()
                ? new Caller.User(invocation.principal(), Optional.of(new ForgeCall(invocation, call.userToken())))
                : new Caller.AppItself();
    }

    /** Forge signs what pages of the app ask for, too, and no user may end an installation or send it away. */
    private void requireHost(InvocationToken call) {
        rules.requireGenuine(call);
        if (call.invocation().isFromPage()) {
            throw new RejectedException(ErrorCode.FORBIDDEN, "Only Forge itself may say this, and no page of the app.");
        }
    }
}
