package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.Caller.ForgeCall;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.token.Claims;
import dev.tenantry.domain.token.Invocation;
import dev.tenantry.domain.token.InvocationToken;
import dev.tenantry.domain.token.KeyId;
import dev.tenantry.domain.token.Signer;
import dev.tenantry.domain.token.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Which tokens a Forge installation is believed by. */
class InvocationTest {

    private final Remote forge = new Remote(OnUninstall.DELETE);
    private final Claims good = forge.claims(Host.at(100));

    private void assertRefused(InvocationToken call) {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> forge.service().access(call));
        assertThat(forge.record(Remote.FIRST)).isEmpty();
    }

    private void assertRefusedUnasked(Claims claims) {
        assertRefused(Remote.signed(claims, Remote.FIRST));
        assertThat(forge.fetched).isEmpty();
    }

    private static Claims of(String issuer, List<String> audience, Instant issuedAt, Instant expiresAt) {
        return new Claims(issuer, audience, issuedAt, expiresAt, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static InvocationToken with(Token token) {
        return new InvocationToken(token, Optional.empty(), Remote.invocation(Remote.FIRST), Optional.empty());
    }

    @Test
    void installationIsTheAppItself() {
        var access = forge.access(100, Remote.FIRST);
        assertThat(access.caller()).isEqualTo(new Caller.AppItself());
        assertThat(access.life().tenant()).isEqualTo(new TenantId(Remote.FIRST.value()));
    }

    private InvocationToken fromPage(String siteUrl, Optional<String> principal) {
        var call = forge.token(100, Remote.FIRST);
        var said = call.invocation();
        var byUser = new Invocation(said.installation(), said.sites(), siteUrl, "", said.appVersion(), principal);
        var token = Optional.of(new UserToken("tell-nobody"));
        return new InvocationToken(call.token(), call.icLabel(), byUser, Optional.empty(), token);
    }

    private void assertUser(InvocationToken call, Optional<String> account) {
        var user = new Caller.User(account, Optional.of(new ForgeCall(call.invocation(), call.userToken())));
        assertThat(forge.service().access(call).caller()).isEqualTo(user);
        var calls = List.<ThrowingCallable>of(
                () -> forge.service().tenantOf(call),
                () -> forge.service().hear(call, ForgeNews.PRE_UNINSTALL),
                () -> forge.service().hear(call, ForgeNews.HEARTBEAT));
        assertThat(calls)
                .allSatisfy(refused -> assertThatExceptionOfType(RejectedException.class)
                        .isThrownBy(refused)
                        .extracting(RejectedException::code)
                        .isEqualTo(ErrorCode.FORBIDDEN));
        assertThat(forge.access(101, Remote.FIRST).caller()).isEqualTo(new Caller.AppItself());
    }

    @Test
    void principalIsAUserWhoTellsNothingOfTheInstallation() {
        assertUser(fromPage("", Optional.of("account 1")), Optional.of("account 1"));
    }

    @Test
    void pageWithoutAPrincipalIsNobodyAndNotTheApp() {
        assertUser(fromPage("https://acme.atlassian.net", Optional.empty()), Optional.empty());
    }

    @Test
    void anotherIssuerIsRefused() {
        assertRefusedUnasked(of("acme", good.audience(), good.issuedAt(), good.expiresAt()));
    }

    @Test
    void anotherAppIsRefused() {
        var other = "ari:cloud:ecosystem::app/00000000-1f32-48bb-8c52-5877dab48107";
        assertRefusedUnasked(of(good.issuer(), List.of(other), good.issuedAt(), good.expiresAt()));
        assertRefusedUnasked(of(good.issuer(), List.of(), good.issuedAt(), good.expiresAt()));
    }

    @Test
    void timesHaveALeewayOfHalfAMinute() {
        var now = Host.at(100);
        assertRefusedUnasked(of(good.issuer(), good.audience(), now.minusSeconds(60), now.minusSeconds(30)));
        assertRefusedUnasked(of(good.issuer(), good.audience(), now.plusSeconds(31), now.plusSeconds(60)));
        var late = of(good.issuer(), good.audience(), now.minusSeconds(60), now.minusSeconds(29));
        assertThat(forge.service().access(Remote.signed(late, Remote.FIRST)).life())
                .isNotNull();
    }

    @Test
    void tokenThatIsNotYetValidIsRefused() {
        var soon = new Claims(
                good.issuer(),
                good.audience(),
                good.issuedAt(),
                good.expiresAt(),
                Optional.of(Host.at(131)),
                Optional.empty(),
                Optional.empty());
        assertRefusedUnasked(soon);
    }

    @Test
    void sharedSecretSignsNoInvocation() {
        assertRefused(with(Signer.hs256(good, "secret")));
        assertThat(forge.fetched).isEmpty();
    }

    @Test
    void keyThatForgeDoesNotPublishIsRefused() {
        assertRefused(with(Signer.rs256(good, KeyId.parse("another"), Remote.FORGE.getPrivate())));
        assertRefused(with(Signer.rs256(good, Optional.empty(), Remote.FORGE.getPrivate())));
    }

    @Test
    void forgedSignatureIsRefused() {
        assertRefused(
                with(Signer.rs256(good, Optional.of(Remote.KID), Signer.rsa().getPrivate())));
    }

    @Test
    void anotherCloudIsRefused() {
        var call = forge.token(100, Remote.FIRST);
        assertRefused(new InvocationToken(call.token(), Optional.of("ic-1"), call.invocation(), Optional.empty()));
        assertThat(forge.fetched).isEmpty();
    }
}
