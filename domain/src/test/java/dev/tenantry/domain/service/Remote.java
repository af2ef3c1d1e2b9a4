package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.model.ForgeSite;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.token.Claims;
import dev.tenantry.domain.token.Invocation;
import dev.tenantry.domain.token.InvocationToken;
import dev.tenantry.domain.token.KeyId;
import dev.tenantry.domain.token.Signer;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An app on Forge beside the Connect host of a test: the same store, the same clock, the same seconds. */
final class Remote {

    static final KeyPair FORGE = Signer.rsa();
    static final KeyId KID = new KeyId("forge-key");
    static final ForgeApp APP = new ForgeApp("8db33809-1f32-48bb-8c52-5877dab48107", "");
    static final Alias FIRST = new Alias("ari:cloud:ecosystem::installation/1");
    static final Alias SECOND = new Alias("ari:cloud:ecosystem::installation/2");
    static final ForgeSite SITE = new ForgeSite("jira", "a1b2");

    final Host host;
    final List<KeyId> fetched = new ArrayList<>();
    LinkEvidence evidence = LinkEvidence.NONE;
    boolean keepsTokens;

    Remote(OnUninstall onUninstall, Setting... defaults) {
        this.host = new Host(onUninstall, defaults);
    }

    ForgeService service() {
        var app = new App("app", Product.JIRA, List.of("https://app.example"), Product.JIRA.usualHosts(), false);
        return new ForgeService(
                new ForgeService.Apps(app, APP),
                host.storage,
                host::apply,
                new ForgeService.Host(
                        kid -> {
                            fetched.add(kid);
                            return Optional.of((RSAPublicKey) FORGE.getPublic()).filter(key -> kid.equals(KID));
                        },
                        evidence,
                        host.clock,
                        keepsTokens));
    }

    LifecycleOutcome hear(long second, Alias installation, ForgeNews news) {
        return service().hear(token(second, installation), news);
    }

    Access access(long second, Alias installation) {
        return service().access(token(second, installation));
    }

    /** Returns a genuine token; the clock moves to its time if that is later. */
    InvocationToken token(long second, Alias installation) {
        return signed(claims(Host.at(second)), installation);
    }

    Claims claims(Instant at) {
        if (at.isAfter(host.clock.instant())) {
            host.clock.set(at);
        }
        return new Claims(
                InvocationToken.ISSUER,
                List.of(APP.id()),
                at,
                at.plusSeconds(25),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static InvocationToken signed(Claims claims, Alias installation) {
        var token = Signer.rs256(claims, Optional.of(KID), FORGE.getPrivate());
        return new InvocationToken(token, Optional.empty(), invocation(installation), Optional.empty());
    }

    /** Tells news with a call that brings a token for calls of the host. */
    LifecycleOutcome hear(long second, ForgeNews news, String systemToken) {
        var call = token(second, FIRST);
        var token = Optional.of(new SystemToken(systemToken));
        return service().hear(new InvocationToken(call.token(), call.icLabel(), call.invocation(), token), news);
    }

    static Invocation invocation(Alias installation) {
        return new Invocation(installation, List.of(SITE), "", "", "4.0.0", Optional.empty());
    }

    Optional<TenantRecord> record(Alias installation) {
        return host.storage.installations().find(new TenantId(installation.value()));
    }

    void put(Life life, Setting setting) {
        host.storage.settings().put(life, setting, new Precondition.Any(), 100);
    }

    Optional<TenantId> owner(Alias alias) {
        return host.storage.links().resolve(alias);
    }
}
