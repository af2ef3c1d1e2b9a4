package dev.tenantry.domain.testkit;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names are opaque: each is itself and no other, up to the longest. */
interface NamesContract extends StorageUnderTest {

    private void assertTenantsStayApart(List<String> names) {
        var records = names.stream().map(Fixtures::tenant).toList();
        records.forEach(record -> begin(record, incarnationOf(record)));
        assertThat(records).allSatisfy(record -> {
            assertThat(storage().installations().find(record.id())).contains(record);
            assertThat(storage().settings().page(record.life().orElseThrow(), Optional.empty(), 10))
                    .containsExactly(incarnationOf(record));
        });
    }

    private static Setting incarnationOf(TenantRecord record) {
        return setting("a", "\"" + record.incarnation() + "\"");
    }

    private void assertSettingsStayApart(String tenant, List<String> names) {
        var life = begin(tenant(tenant));
        for (int n = 0; n < names.size(); n++) {
            var put = storage().settings().put(life, setting(names.get(n), "" + n), new Precondition.Any(), 1000);
            assertThat(put).as("put of '%s'", names.get(n)).isEqualTo(PutOutcome.CREATED);
        }
        assertThat(names).allSatisfy(name -> {
            var expected = setting(name, "" + names.indexOf(name));
            assertThat(storage().settings().find(life, expected.key())).contains(expected);
        });
    }

    private void assertLinksStayApart(List<String> names) {
        begin(tenant("acme"));
        begin(tenant("other"));
        names.forEach(name -> storage().links().link(link(name, names.indexOf(name) % 2 == 0 ? "acme" : "other")));
        assertThat(names).allSatisfy(name -> {
            var owner = names.indexOf(name) % 2 == 0 ? "acme" : "other";
            assertThat(storage().links().resolve(link(name, owner).alias())).contains(new TenantId(owner));
        });
    }

    @Test
    default void tenantsWhoseNamesLookAlikeStayApart() {
        assertTenantsStayApart(Names.all());
    }

    @Test
    default void settingsWhoseNamesLookAlikeStayApart() {
        assertSettingsStayApart("acme", Names.all());
    }

    @Test
    default void aliasesThatLookAlikeStayApart() {
        assertLinksStayApart(Names.all());
    }

    @Test
    default void longestNamesOfTenantsStayApart() {
        assertTenantsStayApart(Names.longest());
    }

    @Test
    default void longestNamesOfSettingsStayApartInTheTenantWithTheLongestName() {
        assertSettingsStayApart(Names.longest().get(0), Names.longest());
    }

    @Test
    default void longestAliasesStayApart() {
        assertLinksStayApart(Names.longest());
    }

    /** A store may keep its own rows beside the settings, under names that no setting has. */
    @Test
    default void settingsMayBeNamedAlmostLikeTheRowsOfTheFramework() {
        assertSettingsStayApart(
                "acme", List.of("clientinfo", "ClientInfo", "clientInfo ", " clientInfo", "Bearer:x", "bearer", "..."));
    }

    /** Joining tenant and setting by a separator would make one of each pair. */
    @Test
    default void namesOfTenantAndSettingAreNotJoined() {
        var shorter = begin(tenant("a"));
        for (var separator : List.of(":", "/", ".", "|", ",", "}", "\\", "-", "_", " ")) {
            var longer = begin(tenant("a" + separator + "b"));
            var mine = setting("c", "1");
            var ambiguous = setting("b" + separator + "c", "2");
            storage().settings().put(longer, mine, new Precondition.Any(), 1000);
            assertThat(storage().settings().find(shorter, ambiguous.key())).isEmpty();
            storage().settings().put(shorter, ambiguous, new Precondition.Any(), 1000);
            assertThat(storage().settings().find(longer, mine.key())).contains(mine);
        }
    }
}
