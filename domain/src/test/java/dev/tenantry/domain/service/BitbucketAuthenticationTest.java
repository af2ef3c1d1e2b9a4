package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.CallbackFacts;
import dev.tenantry.domain.port.in.Proof;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Bitbucket signs with the secret of the installation before, and its very first install not at all. */
class BitbucketAuthenticationTest {

    private static final String WORKSPACE = "{9c5a7a4e-0000-4000-8000-000000000001}";
    private static final TenantId DERIVED = new TenantId("ari:cloud:bitbucket::app/" + WORKSPACE + "/dev.tenantry.app");

    private final Door door = new Door(Product.BITBUCKET, true);

    private static CallbackFacts body(TenantId tenant, String baseUrl) {
        return new CallbackFacts(tenant, "dev.tenantry.app", "bitbucket", baseUrl, WORKSPACE);
    }

    private static final CallbackFacts FIRST = body(DERIVED, "https://bitbucket.org");

    @Test
    void firstInstallIsBelievedUnsignedAndIsOlderThanAnyCallbackThatFollows() {
        var callback = door.tenants.forInstalled(Optional.empty(), FIRST);
        assertThat(callback.tenant()).isEqualTo(DERIVED);
        assertThat(callback.at()).isEqualTo(Requests.NOW.minusSeconds(30).truncatedTo(ChronoUnit.SECONDS));
        assertThat(callback.proof()).isEqualTo(new Proof.Nothing());
    }

    @Test
    void unsignedInstallIsRefusedUnlessTheOperatorOptedIn() {
        var strict = new Door(Product.BITBUCKET, false);
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> strict.tenants.forInstalled(Optional.empty(), FIRST));
    }

    @Test
    void unsignedInstallOfAnotherClientKeyIsRefused() {
        var body = body(new TenantId("acme"), "https://bitbucket.org");
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> door.tenants.forInstalled(Optional.empty(), body));
    }

    @Test
    void unsignedInstallFromAnotherSiteIsRefused() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> door.tenants.forInstalled(Optional.empty(), body(DERIVED, "https://evil.example")));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(
                        () -> door.tenants.forInstalled(Optional.empty(), body(DERIVED, "https://api.bitbucket.org")));
    }

    @Test
    void unsignedInstallOfAnotherAppOrProductIsRefused() {
        var app = new CallbackFacts(DERIVED, "other.app", "bitbucket", "https://bitbucket.org", WORKSPACE);
        var product = new CallbackFacts(DERIVED, "dev.tenantry.app", "jira", "https://bitbucket.org", WORKSPACE);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> door.tenants.forInstalled(Optional.empty(), app));
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> door.tenants.forInstalled(Optional.empty(), product));
    }

    @Test
    void proofOfNothingHoldsForNobodyWhoExists() {
        assertThat(new Proof.Nothing().holdsFor(Optional.empty())).isTrue();
        assertThat(new Proof.Nothing().holdsFor(Optional.of(door.acme()))).isFalse();
    }

    @Test
    void laterInstallsAndUninstallsAreSignedWithTheSecretBefore() {
        door.acme();
        var body = body(new TenantId("acme"), "https://bitbucket.org");
        var signed = Requests.of("acme").signedWith("secret of acme");
        var proof = new Proof.TenantSecret(new SharedSecret("secret of acme"));
        assertThat(door.tenants.forInstalled(Optional.of(signed), body).proof()).isEqualTo(proof);
        assertThat(door.tenants.forUninstalled(signed, body).proof()).isEqualTo(proof);
    }

    @Test
    void retiredSecretSignsTheNextInstall() {
        var stored = door.acme();
        door.replace(
                stored,
                stored.with(stored.lifecycle().uninstalled(Requests.NOW))
                        .with(stored.secrets().retire()));
        var signed = Requests.of("acme").signedWith("secret of acme");
        var body = body(stored.id(), "https://bitbucket.org");
        var callback = door.tenants.forInstalled(Optional.of(signed), body);
        assertThat(callback.proof().holdsFor(door.storage.installations().find(stored.id())))
                .isTrue();
    }

    @Test
    void hostsKeyMeansNothingToBitbucket() {
        door.acme();
        var signed = Requests.of("acme").to(Door.APP_URL).signedWith(Door.HOST.getPrivate(), Door.KID);
        var body = body(new TenantId("acme"), "https://bitbucket.org");
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> door.tenants.forInstalled(Optional.of(signed), body));
        assertThat(door.fetched).isEmpty();
    }
}
