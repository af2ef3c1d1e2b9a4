package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.INSTALLED_AT;
import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store owes {@link dev.tenantry.domain.port.out.Links}. */
interface LinksContract extends StorageUnderTest {

    @Test
    default void unknownAliasResolvesToNobody() {
        assertThat(storage().links().resolve(new Alias("ari:cloud:ecosystem::installation/1")))
                .isEmpty();
    }

    @Test
    default void linkedAliasResolvesToItsTenant() {
        begin(tenant("acme"));
        var link = link("ari:cloud:ecosystem::installation/1", "acme");
        assertThat(storage().links().link(link)).contains(link.tenant());
        assertThat(storage().links().resolve(link.alias())).contains(link.tenant());
    }

    @Test
    default void tenantWithoutARecordGetsNoAlias() {
        var link = link("alias", "nobody");
        assertThat(storage().links().link(link)).isEmpty();
        assertThat(storage().links().resolve(link.alias())).isEmpty();
        assertThat(storage().links().list(link.tenant())).isEmpty();
    }

    @Test
    default void tenantWithoutALinkHasAnEmptyList() {
        begin(tenant("acme"));
        begin(tenant("other"));
        storage().links().link(link("alias", "other"));
        assertThat(storage().links().list(new TenantId("acme"))).isEmpty();
    }

    @Test
    default void listTellsProvenanceAndTime() {
        begin(tenant("acme"));
        var tenant = new TenantId("acme");
        var links = List.of(
                new Link(new Alias("a"), tenant, Provenance.ACE, Instant.EPOCH),
                new Link(new Alias("b"), tenant, Provenance.INSTALLED, INSTALLED_AT),
                new Link(new Alias("c"), tenant, Provenance.HOST_PROPERTY, Instant.parse("2099-12-31T23:59:59.999Z")),
                new Link(new Alias("d"), tenant, Provenance.OPERATOR, INSTALLED_AT.plusMillis(1)),
                new Link(new Alias("e"), tenant, Provenance.FORGE, INSTALLED_AT));
        links.forEach(storage().links()::link);
        assertThat(storage().links().list(tenant)).isEqualTo(links);
    }

    @Test
    default void listIsInCodePointOrder() {
        begin(tenant("acme"));
        Names.inOrder().stream().sorted().forEach(name -> storage().links().link(link(name, "acme")));
        assertThat(storage().links().list(new TenantId("acme")))
                .extracting(link -> link.alias().value())
                .isEqualTo(Names.inOrder());
    }

    @Test
    default void linkingAgainRenewsProvenanceAndTime() {
        begin(tenant("acme"));
        storage().links().link(link("alias", "acme"));
        var renewed =
                new Link(new Alias("alias"), new TenantId("acme"), Provenance.OPERATOR, INSTALLED_AT.minusSeconds(1));
        assertThat(storage().links().link(renewed)).contains(renewed.tenant());
        assertThat(storage().links().list(renewed.tenant())).containsExactly(renewed);
    }

    @Test
    default void linkingTheSameAgainChangesNothing() {
        begin(tenant("acme"));
        var link = link("alias", "acme");
        storage().links().link(link);
        assertThat(storage().links().link(link)).contains(link.tenant());
        assertThat(storage().links().list(link.tenant())).containsExactly(link);
    }

    @Test
    default void aliasNeverMovesToAnotherTenant() {
        begin(tenant("acme"));
        begin(tenant("other"));
        var first = link("alias", "acme");
        storage().links().link(first);
        var claim = new Link(first.alias(), new TenantId("other"), Provenance.OPERATOR, INSTALLED_AT.plusSeconds(1));
        assertThat(storage().links().link(claim)).contains(first.tenant());
        assertThat(storage().links().resolve(first.alias())).contains(first.tenant());
        assertThat(storage().links().list(first.tenant())).containsExactly(first);
        assertThat(storage().links().list(claim.tenant())).isEmpty();
    }

    @Test
    default void unlinkRemovesJustThatLink() {
        begin(tenant("acme"));
        var gone = link("a", "acme");
        var kept = link("b", "acme");
        storage().links().link(gone);
        storage().links().link(kept);
        assertThat(storage().links().unlink(gone)).isTrue();
        assertThat(storage().links().unlink(gone)).isFalse();
        assertThat(storage().links().resolve(gone.alias())).isEmpty();
        assertThat(storage().links().list(kept.tenant())).containsExactly(kept);
    }

    @Test
    default void unlinkSparesALinkThatIsNotExactlyTheSame() {
        begin(tenant("acme"));
        begin(tenant("other"));
        var link = link("alias", "acme");
        storage().links().link(link);
        for (var similar : List.of(
                new Link(link.alias(), link.tenant(), Provenance.OPERATOR, link.at()),
                new Link(
                        link.alias(),
                        link.tenant(),
                        link.provenance(),
                        link.at().plusMillis(1)),
                link("alias", "other"),
                link("Alias", "acme"))) {
            assertThat(storage().links().unlink(similar)).as("%s", similar).isFalse();
        }
        assertThat(storage().links().list(link.tenant())).containsExactly(link);
    }

    @Test
    default void unlinkedAliasIsFreeForAnotherTenant() {
        begin(tenant("acme"));
        begin(tenant("other"));
        storage().links().link(link("alias", "acme"));
        storage().links().unlink(link("alias", "acme"));
        assertThat(storage().links().link(link("alias", "other"))).contains(new TenantId("other"));
    }

    @Test
    default void linksOutliveTheSettingsOfTheirTenant() {
        var record = tenant("acme");
        begin(record);
        storage().links().link(link("alias", "acme"));
        storage().installations().commit(Commit.replace(record, reborn(record)));
        assertThat(storage().links().resolve(new Alias("alias"))).contains(record.id());
    }

    @Test
    default void tenantThatIsNotOpenKeepsAndGetsLinks() {
        for (var status : TenantStatus.values()) {
            var record = tenant(status.name());
            begin(record);
            storage().links().link(link(status + " before", status.name()));
            replace(record, in(status, record));
            assertThat(storage().links().link(link(status + " after", status.name())))
                    .contains(record.id());
            assertThat(storage().links().list(record.id())).hasSize(2);
        }
    }

    @Test
    default void oneOfManyTenantsGetsTheAlias() {
        for (int n = 0; n < Race.THREADS; n++) {
            begin(tenant("tenant" + n));
        }
        for (int round = 0; round < Race.ROUNDS; round++) {
            var alias = "alias" + round;
            var owners = Race.run(n -> storage().links().link(link(alias, "tenant" + n)));
            var owner = storage().links().resolve(new Alias(alias));
            assertThat(owner).isPresent();
            assertThat(owners).containsOnly(owner);
            assertThat(storage().links().list(owner.orElseThrow()))
                    .contains(link(alias, owner.get().value()));
        }
        int links = 0;
        for (int n = 0; n < Race.THREADS; n++) {
            links += storage().links().list(new TenantId("tenant" + n)).size();
        }
        assertThat(links).isEqualTo(Race.ROUNDS);
    }

    @Test
    default void oneOfManyUnlinkersWins() {
        begin(tenant("acme"));
        for (int round = 0; round < Race.ROUNDS; round++) {
            storage().links().link(link("alias", "acme"));
            var won = Race.run(n -> storage().links().unlink(link("alias", "acme")));
            assertThat(won).containsOnlyOnce(true);
            assertThat(storage().links().resolve(new Alias("alias"))).isEqualTo(Optional.empty());
        }
    }
}
