package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.token.SignedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens of the settings API, of pages and of webhooks. */
class RequestAuthenticationTest {

    private static final Instant NOW = Requests.NOW;
    private static final String SECRET = "secret of acme";

    private final Door door = new Door(Product.JIRA, false);

    private static Requests acme() {
        return Requests.of("acme");
    }

    private void assertAdmitted(Requests request) {
        assertThat(door.tenants.forApi(request.signedWith(SECRET)).life().tenant())
                .hasToString("acme");
    }

    private void assertRefused(SignedRequest request) {
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> door.tenants.forApi(request));
        assertThatExceptionOfType(UnauthenticatedException.class).isThrownBy(() -> door.tenants.forPage(request));
    }

    private void assertRefused(Requests request) {
        assertRefused(request.signedWith(SECRET));
    }

    @Test
    void tokenForThisVeryRequestIsTheAppItself() {
        var life = door.acme().life();
        var access = door.tenants.forApi(acme().signedWith(SECRET));
        assertThat(access.caller()).isEqualTo(new Caller.AppItself());
        assertThat(life).contains(access.life());
    }

    @Test
    void contextTokenIsAUser() {
        door.acme();
        var access = door.tenants.forApi(acme().forContext().signedWith(SECRET));
        assertThat(access.caller()).isEqualTo(new Caller.User(Optional.of("account 1")));
    }

    @Test
    void pageIsForItsUserAndNeverForAContextToken() {
        door.acme();
        var access = door.tenants.forPage(acme().signedWith(SECRET)).access();
        assertThat(access.caller()).isEqualTo(new Caller.User(Optional.of("account 1")));
        assertThatExceptionOfType(UnauthenticatedException.class)
                .isThrownBy(() -> door.tenants.forPage(acme().forContext().signedWith(SECRET)));
    }

    @Test
    void tokenForAnotherRequestOrForNoneIsRefused() {
        door.acme();
        assertRefused(acme().withQsh(Optional.of("the hash of another request")));
        assertRefused(acme().withQsh(Optional.empty()));
    }

    @Test
    void anotherSecretOrAnotherTenantIsRefused() {
        door.acme();
        assertRefused(acme().signedWith("secret of other"));
        assertRefused(Requests.of("other").signedWith(SECRET));
        assertRefused(Requests.of("ACME").signedWith(SECRET));
        assertRefused(Requests.of("").signedWith(SECRET));
        assertRefused(Requests.of("a\nb").signedWith(SECRET));
    }

    @Test
    void hostsKeyDoesNotOpenTheApi() {
        door.acme();
        assertRefused(acme().to(Door.APP_URL).signedWith(Door.HOST.getPrivate(), Door.KID));
        assertThat(door.fetched).isEmpty();
    }

    @Test
    void tokenExpiresWithThirtySecondsOfLeeway() {
        door.acme();
        assertAdmitted(acme().expiringAt(NOW.minusMillis(29_999)));
        assertRefused(acme().expiringAt(NOW.minusSeconds(30)));
    }

    @Test
    void tokenFromMoreThanThirtySecondsAheadIsRefused() {
        door.acme();
        assertAdmitted(acme().issuedAt(NOW.plusSeconds(30)));
        assertRefused(acme().issuedAt(NOW.plusMillis(30_001)));
        assertAdmitted(acme().notBefore(NOW.plusSeconds(30)));
        assertRefused(acme().notBefore(NOW.plusMillis(30_001)));
    }

    @Test
    void audienceIsOptionalButMustNotBeSomebodyElse() {
        door.acme();
        assertAdmitted(acme().to("acme"));
        assertAdmitted(acme().to("https://other.example", Door.APP_URL + "/"));
        assertRefused(acme().to("https://other.example"));
        assertRefused(acme().to("other"));
    }

    @Test
    void disabledTenantRefusesTokensFromBeforeAndTakesLaterOnes() {
        var stored = door.acme();
        var disabled = stored.with(stored.lifecycle().disabled(NOW));
        door.replace(stored, disabled);
        assertRefused(acme());
        assertAdmitted(acme().issuedAt(NOW.plusSeconds(1)));
        assertThat(door.storage.installations().find(stored.id())).contains(disabled);
    }

    @Test
    void uninstalledTenantIsRefusedThoughItsSettingsAreRetained() {
        var stored = door.acme();
        door.replace(
                stored,
                stored.with(stored.lifecycle().uninstalled(NOW))
                        .with(stored.secrets().retire()));
        assertRefused(acme());
        assertRefused(acme().issuedAt(NOW.plusSeconds(10)));
    }

    @Test
    void openTenantWithoutSettingsIsRefused() {
        var stored = door.acme();
        door.replace(stored, stored.withoutSettings());
        assertRefused(acme());
    }

    @Test
    void replacedSecretVerifiesTokensFromBeforeTheRotationUntilItsGraceEnds() {
        var stored = door.acme();
        var next = Optional.of(new SharedSecret("new"));
        door.replace(stored, stored.with(stored.secrets().rotate(next, NOW, Optional.of(NOW.plusSeconds(600)))));
        assertAdmitted(acme());
        assertThat(door.tenants.forApi(acme().signedWith("new")).life().tenant())
                .isEqualTo(stored.id());
        door.clock.set(NOW.plusSeconds(599));
        assertRefused(acme().issuedAt(NOW.plusSeconds(31)).expiringAt(NOW.plusSeconds(900)));
        assertAdmitted(acme().expiringAt(NOW.plusSeconds(900)));
        door.clock.set(NOW.plusSeconds(600));
        assertRefused(acme().expiringAt(NOW.plusSeconds(900)));
    }

    @Test
    void everyRefusalReadsTheSame() {
        var stored = door.acme();
        var refused = List.of(
                acme().signedWith("guess"),
                Requests.of("nobody").signedWith(SECRET),
                acme().expiringAt(NOW.minusSeconds(60)).signedWith(SECRET));
        assertThat(refused)
                .extracting(request -> detailOf(request))
                .containsOnly(new UnauthenticatedException("").detail());
        assertThat(detailOf(refused.get(0))).doesNotContain(stored.id().value());
    }

    private String detailOf(SignedRequest request) {
        try {
            return "admitted " + door.tenants.forApi(request);
        } catch (UnauthenticatedException refusal) {
            return refusal.detail();
        }
    }
}
