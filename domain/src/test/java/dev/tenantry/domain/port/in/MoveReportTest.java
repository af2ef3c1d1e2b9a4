package dev.tenantry.domain.port.in;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.in.MoveReport.Trouble;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveReportTest {

    private final List<Trouble> troubles = new ArrayList<>();
    private final MoveReport report = new MoveReport(troubles::add);

    @Test
    void reportWithoutTroubleIsClean() {
        assertThat(report.summary()).isEqualTo("nothing to do");
        report.count(Fate.WRITTEN, Thing.TENANT, 1);
        report.count(Fate.WRITTEN, Thing.TENANT, 1);
        report.count(Fate.WRITTEN, Thing.SETTING, 1);
        report.count(Fate.UNCHANGED, Thing.LINK, 0);
        assertThat(report.isClean()).isTrue();
        assertThat(report.total(Fate.WRITTEN, Thing.TENANT)).isEqualTo(2);
        assertThat(report.total(Fate.REMOVED, Thing.LINK)).isZero();
        assertThat(report.total()).isEqualTo(3);
        assertThat(report.hasChanges()).isTrue();
        assertThat(report.summary()).isEqualTo("written: 2 tenants, 1 setting");
    }

    @Test
    void whatIsSkippedIsCountedAndTold() {
        report.skip(Thing.LINE, "line 3", "it is cut off");
        report.skip(Thing.LINE, "line 4", "it is cut off");
        assertThat(report.isClean()).isFalse();
        assertThat(troubles)
                .containsExactly(new Trouble("line 3", "it is cut off"), new Trouble("line 4", "it is cut off"));
        assertThat(troubles.get(0)).hasToString("line 3: it is cut off");
        assertThat(report.summary()).isEqualTo("skipped: 2 lines");
    }

    @Test
    void whatDiffersIsCountedAndTold() {
        report.count(Fate.UNCHANGED, Thing.TENANT, 1);
        assertThat(report.hasChanges()).isFalse();
        report.differ(Thing.TENANT, "tenant acme", "only the source has it");
        assertThat(report.isClean()).isFalse();
        assertThat(troubles).hasSize(1);
        assertThat(report.summary()).isEqualTo("unchanged: 1 tenant; different: 1 tenant");
    }
}
