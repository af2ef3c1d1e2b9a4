package dev.tenantry.domain.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.TestClock;
import dev.tenantry.domain.token.KeyId;
import dev.tenantry.domain.token.Signer;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The authentication of one app, with a store and a key server of its own. */
final class Door {

    static final String APP_URL = "https://app.example";
    static final String KID = "install-key";
    static final KeyPair HOST = Signer.rsa();

    final Storage storage = new InMemoryStorage();
    final TestClock clock = TestClock.at(Requests.NOW);
    final List<KeyId> fetched = new ArrayList<>();
    final AuthenticationService tenants;

    Door(Product product, boolean unsignedFirstInstall) {
        var app = new App("dev.tenantry.app", product, List.of(APP_URL), product.usualHosts(), unsignedFirstInstall);
        this.tenants = new AuthenticationService(app, storage.installations(), keys(), clock);
    }

    private HostKeys keys() {
        return kid -> {
            fetched.add(kid);
            return Optional.of((RSAPublicKey) HOST.getPublic())
                    .filter(key -> kid.value().equals(KID));
        };
    }

    /** Lets a tenant in whose secret is "secret of acme", installed a minute ago. */
    TenantRecord acme() {
        var record = Fixtures.tenant("acme").with(Lifecycle.starting(Requests.NOW.minusSeconds(60)));
        assertThat(storage.installations()
                        .commit(new Commit(
                                record.id(), Optional.empty(), Optional.of(record), Optional.empty(), List.of())))
                .isTrue();
        return record;
    }

    void replace(TenantRecord stored, TenantRecord next) {
        assertThat(storage.installations().commit(Commit.replace(stored, next))).isTrue();
    }
}
