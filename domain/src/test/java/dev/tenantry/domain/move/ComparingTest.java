package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.incarnation;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.reborn;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.CopyTenants.Task;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparingTest {

    private final Sides sides = new Sides();
    private final Storage source = sides.source;
    private final Storage target = sides.target;
    private final List<String> troubles = sides.troubles;
    private final TenantRecord acme = sides.acme;

    @Test
    void everyKindOfDifferenceIsNamed() {
        sides.copy();
        var settings = target.settings();
        settings.put(acme.life().orElseThrow(), setting("a", "1.00"), new Any(), 10);
        settings.remove(acme.life().orElseThrow(), new SettingKey("b"), new Any());
        settings.put(acme.life().orElseThrow(), setting("c", "1"), new Any(), 10);
        target.links().unlink(link("ari:1", "acme"));
        target.links().link(link("ari:9", "acme"));
        var renewed = link("ari:2", "retained");
        target.links().link(new Link(renewed.alias(), renewed.tenant(), Link.Provenance.OPERATOR, renewed.at()));
        Sides.store(target, tenant("stranger"));
        Sides.store(source, tenant("late"));
        assertThat(sides.verify().isClean()).isFalse();
        assertThat(troubles)
                .containsExactly(
                        "tenant acme: its settings or links differ",
                        "setting a of tenant acme: it differs",
                        "setting b of tenant acme: only the source has it",
                        "setting c of tenant acme: only the target has it",
                        "link ari:1 of tenant acme: only the source has it",
                        "link ari:9 of tenant acme: only the target has it",
                        "tenant late: only the source has it",
                        "tenant retained: its settings or links differ",
                        "link ari:2 of tenant retained: it differs",
                        "tenant stranger: only the target has it");
    }

    @Test
    void everyPartOfARecordCounts() {
        var installation = acme.installation();
        var renamed = new Installation(
                installation.appKey(), installation.productType(), "https://renamed.atlassian.net", Map.of(), Map.of());
        var unknown = new Installation(
                installation.appKey(),
                installation.productType(),
                installation.baseUrl(),
                installation.fields(),
                Map.of("capabilities", new JsonText("1.0")));
        var others = Map.of(
                "installation", Fixtures.with(renamed, acme),
                "installation ", Fixtures.with(unknown, acme),
                "secrets", acme.with(Secrets.starting(Optional.of(new SharedSecret("other")))),
                "secrets ", acme.with(acme.secrets().retire()),
                "lifecycle", in(TenantStatus.ENABLED, acme),
                "incarnation", reborn(acme),
                "seeds",
                        new TenantRecord(
                                acme.id(),
                                installation,
                                acme.secrets(),
                                acme.lifecycle(),
                                acme.incarnation(),
                                Map.of(new SettingKey("a"), setting("a", "1").etag())));
        others.forEach((part, other) -> {
            var differs = new InMemoryStorage();
            sides.pass(Task.COPY, differs, false);
            Sides.replace(differs, acme, other);
            sides.pass(Task.VERIFY, differs, false);
            assertThat(troubles).first().isEqualTo("tenant acme: different: " + part.strip());
        });
    }

    @Test
    void digestTellsFieldsApartThatJoinedWouldBeTheSame() {
        var life = incarnation();
        var left = digest(life, setting("ab", "1"), setting("c", "1"));
        assertThat(digest(life, setting("a", "1"), setting("bc", "1"))).isNotEqualTo(left);
        assertThat(digest(life, setting("ab", "1"), setting("c", "1"))).isEqualTo(left);
    }

    private TenantDigest digest(Incarnation life, Setting... settings) {
        var storage = new InMemoryStorage();
        var record = new TenantRecord(
                acme.id(), acme.installation(), acme.secrets(), acme.lifecycle(), Optional.of(life), Map.of());
        Sides.store(storage, record, settings);
        return new TenantReader(storage).digest(record);
    }
}
