package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AceAdoptionTest {

    private static final TenantRecord ACME = tenant("acme").with(Lifecycle.legacy());
    private static final Setting PLAIN = setting("plain", "\"text\"");
    private static final Setting PACKED = setting("packed", "\"{\\\"a\\\":1}\"");
    private static final Setting UNPACKED = setting("packed", "{\"a\":1}");

    private final Storage storage = new InMemoryStorage();
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void fill() {
        storage.installations()
                .commit(new Commit(
                        ACME.id(), Optional.empty(), Optional.of(ACME), Optional.empty(), List.of(PACKED, PLAIN)));
    }

    private String adopt(boolean dryRun, Setting... settings) {
        var report = new ForeignReport(new MoveReport(trouble -> lines.add(trouble.toString())), lines::add);
        new AceAdoption(storage, dryRun, report)
                .tenant(ACME, List.of(settings).iterator(), List.of(link("ari:1", "acme")));
        return report.moves().summary();
    }

    private List<Setting> stored() {
        return storage.settings().page(ACME.life().orElseThrow(), Optional.empty(), 10);
    }

    @Test
    void packedValueIsWrittenUnpackedOnce() {
        assertThat(adopt(false, PLAIN, UNPACKED))
                .isEqualTo("written: 1 setting; unchanged: 1 tenant, 1 setting, 1 link");
        assertThat(stored()).containsExactly(UNPACKED, PLAIN);
        assertThat(adopt(false, PLAIN, UNPACKED)).isEqualTo("unchanged: 1 tenant, 2 settings, 1 link");
    }

    @Test
    void dryRunCountsAndWritesNothing() {
        assertThat(adopt(true, PLAIN, UNPACKED)).isEqualTo("unchanged: 1 tenant, 2 settings, 1 link");
        assertThat(stored()).containsExactly(PACKED, PLAIN);
    }

    @Test
    void valueThatTheStorageDoesNotHaveIsTold() {
        adopt(false, setting("gone", "1"));
        assertThat(lines).containsExactly("setting gone of tenant acme: it changed meanwhile; import once more");
    }
}
