package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Requests.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.CallbackFacts;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.token.SignedRequest;
import dev.tenantry.domain.token.Signer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callbacks of Jira and Confluence: the host's key for installs and uninstalls, the tenant's secret for the rest. */
class CallbackAuthenticationTest {

    private static final CallbackFacts BODY = body("acme", "dev.tenantry.app", "jira", "https://acme.atlassian.net");

    private final Door door = new Door(Product.JIRA, false);

    private static CallbackFacts body(String tenant, String appKey, String productType, String baseUrl) {
        return new CallbackFacts(new TenantId(tenant), appKey, productType, baseUrl, "");
    }

    private static Requests acme() {
        return Requests.of("acme").to(Door.APP_URL);
    }

    private static SignedRequest signed(Requests request) {
        return request.signedWith(Door.HOST.getPrivate(), Door.KID);
    }

    private Callback installed(SignedRequest request, CallbackFacts body) {
        return door.tenants.forInstalled(Optional.of(request), body);
    }

    private void assertInstallRefused(SignedRequest request) {
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> installed(request, BODY));
    }

    private void assertForbidden(CallbackFacts body) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> installed(signed(acme()), body))
                .matches(refusal -> refusal.code() == ErrorCode.FORBIDDEN);
        assertThat(door.fetched).isEmpty();
    }

    @Test
    void installIsBelievedUnderTheHostsKeyAndOrderedByItsToken() {
        var callback = installed(signed(acme().issuedAt(NOW.minusSeconds(5))), BODY);
        assertThat(callback).isEqualTo(new Callback(new TenantId("acme"), NOW.minusSeconds(5), new Proof.InstallKey()));
        assertThat(door.fetched).hasSize(1);
    }

    @Test
    void uninstallOfAnUnknownTenantIsBelievedUnderTheHostsKey() {
        var body = body("acme", "dev.tenantry.app", "", "");
        assertThat(door.tenants.forUninstalled(signed(acme()), body).proof()).isEqualTo(new Proof.InstallKey());
    }

    @Test
    void secretOfTheTenantDoesNotSignAnInstall() {
        door.acme();
        assertInstallRefused(acme().signedWith("secret of acme"));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> door.tenants.forUninstalled(acme().signedWith("secret of acme"), BODY));
        assertThat(door.fetched).isEmpty();
    }

    @Test
    void installWithoutATokenIsRefused() {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> door.tenants.forInstalled(Optional.empty(), BODY));
    }

    @Test
    void installMustNameTheAppAsItsAudience() {
        assertInstallRefused(signed(Requests.of("acme")));
        assertInstallRefused(signed(acme().to("acme")));
        assertInstallRefused(signed(acme().to("https://other.example")));
        assertThat(door.fetched).isEmpty();
    }

    @Test
    void installUnderAnUnknownOrAnotherKeyIsRefused() {
        assertInstallRefused(acme().signedWith(Door.HOST.getPrivate(), "unknown"));
        assertInstallRefused(acme().signedWith(Signer.rsa().getPrivate(), Door.KID));
    }

    @Test
    void keyIsNotFetchedForATokenThatFailsAnotherCheck() {
        assertInstallRefused(signed(acme().expiringAt(NOW.minusSeconds(60))));
        assertInstallRefused(signed(acme().issuedAt(NOW.plusSeconds(60))));
        assertInstallRefused(signed(acme().withQsh(Optional.of("another"))));
        assertInstallRefused(signed(acme().forContext()));
        assertInstallRefused(acme().signedWith(Door.HOST.getPrivate(), "../key"));
        assertThat(door.fetched).isEmpty();
    }

    @Test
    void bodyOfAnotherTenantAppProductOrSiteIsForbiddenBeforeAKeyIsFetched() {
        assertForbidden(body("other", "dev.tenantry.app", "jira", "https://acme.atlassian.net"));
        assertForbidden(body("acme", "other.app", "jira", "https://acme.atlassian.net"));
        assertForbidden(body("acme", "", "jira", "https://acme.atlassian.net"));
        assertForbidden(body("acme", "dev.tenantry.app", "confluence", "https://acme.atlassian.net"));
        assertForbidden(body("acme", "dev.tenantry.app", "", "https://acme.atlassian.net"));
        assertForbidden(body("acme", "dev.tenantry.app", "jira", "https://evil.example"));
        assertForbidden(body("acme", "dev.tenantry.app", "jira", ""));
    }

    @Test
    void nameOfAForgeInstallationIsNoClientKey() {
        var forge = "ari:cloud:ecosystem::installation/1";
        var body = body(forge, "dev.tenantry.app", "jira", "https://acme.atlassian.net");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> installed(signed(Requests.of(forge).to(Door.APP_URL)), body));
    }

    @Test
    void toggleIsBelievedUnderTheTenantsSecret() {
        door.acme();
        var body = body("acme", "dev.tenantry.app", "", "");
        var callback = door.tenants.forToggle(Requests.of("acme").signedWith("secret of acme"), body);
        assertThat(callback.proof()).isEqualTo(new Proof.TenantSecret(new SharedSecret("secret of acme")));
        assertThat(callback.at()).isEqualTo(NOW);
    }

    @Test
    void toggleIsNotBelievedUnderAnythingElse() {
        door.acme();
        var request = Requests.of("acme");
        for (var refused : List.of(
                request.signedWith("guess"),
                signed(acme()),
                request.forContext().signedWith("secret of acme"),
                request.to("https://other.example").signedWith("secret of acme"))) {
            assertThatExceptionOfType(UnauthenticatedException.class)
                    .isThrownBy(() -> door.tenants.forToggle(refused, BODY));
        }
    }

    @Test
    void toggleOfAnotherTenantAppOrProductIsForbidden() {
        door.acme();
        for (var body : List.of(
                body("other", "dev.tenantry.app", "jira", ""),
                body("acme", "other.app", "jira", ""),
                body("acme", "dev.tenantry.app", "confluence", ""))) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> door.tenants.forToggle(Requests.of("acme").signedWith("secret of acme"), body))
                    .matches(refusal -> refusal.code() == ErrorCode.FORBIDDEN);
        }
    }

    @Test
    void toggleOfAnUnknownTenantIsRefused() {
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> door.tenants.forToggle(Requests.of("acme").signedWith("secret of acme"), BODY));
    }

    @Test
    void retiredSecretVerifiesCallbacks() {
        var stored = door.acme();
        door.replace(
                stored,
                stored.with(stored.lifecycle().uninstalled(NOW))
                        .with(stored.secrets().retire())
                        .withoutSettings());
        var callback = door.tenants.forToggle(Requests.of("acme").signedWith("secret of acme"), BODY);
        assertThat(callback.tenant()).isEqualTo(stored.id());
    }

    @Test
    void replacedSecretNeverVerifiesCallbacks() {
        var stored = door.acme();
        var rotated =
                stored.secrets().rotate(Optional.of(new SharedSecret("new")), NOW, Optional.of(NOW.plusSeconds(600)));
        door.replace(stored, stored.with(rotated));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> door.tenants.forToggle(Requests.of("acme").signedWith("secret of acme"), BODY));
        assertThat(door.tenants
                        .forToggle(Requests.of("acme").signedWith("new"), BODY)
                        .tenant())
                .isEqualTo(stored.id());
    }
}
