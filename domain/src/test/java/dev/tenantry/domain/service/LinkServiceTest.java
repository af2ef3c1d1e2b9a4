package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.Remote.FIRST;
import static dev.tenantry.domain.service.Remote.SECOND;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.MirroredKeys;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.ForgeNews;
import dev.tenantry.domain.port.in.LinkTenants.Outcome;
import dev.tenantry.domain.port.in.LinkTenants.Preference;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.testkit.InterceptedStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A tenant that began on Forge turns out to be an older one. */
class LinkServiceTest {

    private static final Setting DEFAULT = setting("appSettings", "{\"a\":1}");
    private static final Setting CHANGED = setting("appSettings", "{\"a\":2}");
    private static final Setting OWN = setting("own", "1");

    private final Remote forge = new Remote(OnUninstall.DELETE, DEFAULT);
    private final Host connect = forge.host;

    private Outcome link(TenantId tenant, Alias alias, Preference preference) {
        var link = new Link(alias, tenant, Provenance.OPERATOR, Host.at(100));
        return new LinkService(connect.storage, connect.clock).link(link, preference);
    }

    private Outcome link() {
        return link(Host.ACME, FIRST, Preference.NONE);
    }

    private List<Setting> settings(Life life) {
        return connect.storage.settings().page(life, Optional.empty(), 100);
    }

    private Life begin(Setting... own) {
        connect.installed(0);
        var life = forge.access(10, FIRST).life();
        for (var setting : own) {
            forge.put(life, setting);
        }
        return life;
    }

    @Test
    void settingsOfBothSidesAreJoined() {
        begin(OWN);
        forge.put(connect.life(), CHANGED);

        assertThat(link()).isEqualTo(new Outcome.Linked(List.of(OWN.key())));
        assertThat(settings(forge.access(110, FIRST).life())).containsExactly(CHANGED, OWN);
        assertThat(forge.access(110, FIRST).life()).isEqualTo(connect.life());
    }

    @Test
    void settingsThatComeToTheTenantAreMirrored() {
        begin(OWN, CHANGED);
        var properties = new Properties();
        var mirror = new Mirror(connect.storage, properties, new MirroredKeys(Set.of(OWN.key())));
        var mirrored = new MirroredStorage(connect.storage, mirror, Runnable::run);
        var link = new Link(FIRST, Host.ACME, Provenance.OPERATOR, Host.at(100));

        new LinkService(mirrored, connect.clock).link(link, Preference.NONE);
        assertThat(properties.values).isEqualTo(Map.of(Properties.place("acme", "own"), OWN.value()));
    }

    @Test
    void defaultThatNobodyTouchedGivesWayOnEitherSide() {
        begin(CHANGED);
        assertThat(link()).isEqualTo(new Outcome.Linked(List.of(CHANGED.key())));
        assertThat(settings(connect.life())).containsExactly(CHANGED);
    }

    @Test
    void conflictStopsEverythingAndLosesNothing() {
        var life = begin(CHANGED, OWN);
        forge.put(connect.life(), setting("appSettings", "{\"a\":3}"));
        var before = connect.record();

        assertThat(link()).isEqualTo(new Outcome.Conflicting(List.of(CHANGED.key())));
        assertThat(forge.owner(FIRST)).isEmpty();
        assertThat(connect.record()).isEqualTo(before);
        assertThat(settings(life)).containsExactly(CHANGED, OWN);
        assertThat(settings(connect.life())).extracting(Setting::key).containsExactly(new SettingKey("appSettings"));
    }

    @Test
    void operatorDecidesAConflict() {
        begin(CHANGED, OWN);
        var connects = setting("appSettings", "{\"a\":3}");
        forge.put(connect.life(), connects);
        assertThat(link(Host.ACME, FIRST, Preference.TENANT)).isEqualTo(new Outcome.Linked(List.of(OWN.key())));
        assertThat(settings(connect.life())).containsExactly(connects, OWN);
    }

    @Test
    void operatorMayPreferForge() {
        begin(CHANGED);
        forge.put(connect.life(), setting("appSettings", "{\"a\":3}"));
        assertThat(link(Host.ACME, FIRST, Preference.FORGE)).isInstanceOf(Outcome.Linked.class);
        assertThat(settings(connect.life())).containsExactly(CHANGED);
    }

    @Test
    void joinedTenantIsClosedAndKeptForTheRetention() {
        begin(OWN);
        link();
        var closed = forge.record(FIRST).orElseThrow();
        assertThat(closed.lifecycle().status()).isEqualTo(TenantStatus.UNINSTALLED);
        assertThat(closed.life()).isPresent();
    }

    @Test
    void joinedTenantGoesOnWhenConnectIsUninstalled() {
        begin(OWN);
        link();
        connect.uninstalled(200);
        assertThat(settings(forge.access(210, FIRST).life())).containsExactly(DEFAULT, OWN);
    }

    @Test
    void uninstalledTenantIsOpenedByAJoin() {
        connect.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, SECOND.value()));
        forge.put(connect.life(), OWN);
        connect.uninstalled(5);
        forge.access(10, FIRST);

        assertThat(link()).isEqualTo(new Outcome.Linked(List.of()));
        assertThat(settings(forge.access(20, FIRST).life())).containsExactly(DEFAULT, OWN);
    }

    @Test
    void installCallbackJoinsToo() {
        begin(OWN);
        connect.installed(50, "secret", Map.of(HostField.INSTALLATION_ID, FIRST.value()));
        assertThat(forge.owner(FIRST)).contains(Host.ACME);
        assertThat(settings(connect.life())).containsExactly(DEFAULT, OWN);
    }

    @Test
    void installCallbackThatMeetsAConflictIsAnsweredAndLinksNothing() {
        begin(CHANGED);
        forge.put(connect.life(), setting("appSettings", "{\"a\":3}"));
        connect.installed(50, "secret", Map.of(HostField.INSTALLATION_ID, FIRST.value()));
        assertThat(forge.owner(FIRST)).isEmpty();
        assertThat(settings(forge.access(60, FIRST).life())).containsExactly(CHANGED);
    }

    @Test
    void installationThatLeavesWhileItIsJoinedIsTriedAgain() {
        begin(OWN);
        var calls = new AtomicInteger();
        var leaving = new InterceptedStorage(connect.storage, call -> {
            if (calls.getAndIncrement() == 4) {
                forge.hear(60, FIRST, ForgeNews.PRE_UNINSTALL);
            }
            return call.proceed();
        });
        var link = new Link(FIRST, Host.ACME, Provenance.OPERATOR, Host.at(100));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> new LinkService(leaving, connect.clock).link(link, Preference.NONE));
        assertThat(settings(connect.life())).containsExactly(DEFAULT);
    }

    @Test
    void installationCanFollowAnotherOfTheSameSite() {
        forge.hear(10, FIRST, ForgeNews.INSTALLED);
        forge.put(forge.access(11, FIRST).life(), OWN);
        forge.hear(20, FIRST, ForgeNews.PRE_UNINSTALL);
        forge.hear(30, SECOND, ForgeNews.INSTALLED);

        assertThat(link(new TenantId(FIRST.value()), SECOND, Preference.NONE)).isEqualTo(new Outcome.Linked(List.of()));
        assertThat(settings(forge.access(40, SECOND).life())).containsExactly(DEFAULT, OWN);
        assertThat(forge.access(40, SECOND).life().tenant()).isEqualTo(new TenantId(FIRST.value()));
    }

    @Test
    void otherNamesOfAJoinedTenantGoTheSameWay() {
        begin();
        link(new TenantId(FIRST.value()), SECOND, Preference.NONE);
        assertThat(link()).isInstanceOf(Outcome.Linked.class);
        assertThat(forge.owner(SECOND)).contains(Host.ACME);
        assertThat(forge.owner(Remote.SITE.alias())).contains(Host.ACME);
    }

    @Test
    void aliasOfAnotherTenantIsNotMoved() {
        connect.installed(0, "secret", Map.of(HostField.INSTALLATION_ID, FIRST.value()));
        forge.access(10, SECOND);
        assertThat(link(new TenantId(SECOND.value()), FIRST, Preference.FORGE)).isEqualTo(new Outcome.Taken(Host.ACME));
    }

    @Test
    void tenantThatDoesNotExistGetsNoAlias() {
        assertThat(link()).isEqualTo(new Outcome.NoTenant());
        forge.access(10, FIRST);
        assertThat(link()).isEqualTo(new Outcome.NoTenant());
    }

    @Test
    void plainAliasIsLinkedWithoutAJoin() {
        connect.installed(0);
        assertThat(link(Host.ACME, new Alias("ari:cloud:jira::site/1"), Preference.NONE))
                .isEqualTo(new Outcome.Linked(List.of()));
    }
}
