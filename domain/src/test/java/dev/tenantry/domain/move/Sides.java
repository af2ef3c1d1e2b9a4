package dev.tenantry.domain.move;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.CopyTenants.Task;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.util.ArrayList;
import java.util.List;

/** Two stores, of which one holds a tenant in use, one whose settings are retained, and one whose settings were dropped. */
final class Sides {

    final Storage source = new InMemoryStorage();
    final Storage target = new InMemoryStorage();
    final List<String> troubles = new ArrayList<>();
    final TenantRecord acme = tenant("acme");
    final TenantRecord retained = in(TenantStatus.UNINSTALLED, tenant("retained"));
    final TenantRecord dropped =
            in(TenantStatus.UNINSTALLED, tenant("\uD83D\uDE00").withoutSettings());

    Sides() {
        store(source, acme, setting("a", "1.0"), setting("b", "{\"x\":12345678901234567890123}"));
        store(source, retained, setting("kept", "null"));
        store(source, dropped);
        source.links().link(link("ari:1", "acme"));
        source.links().link(link("ari:2", "retained"));
    }

    static void store(Storage storage, TenantRecord record, Setting... settings) {
        new TenantWriter(storage).write(record, List.of(settings).iterator(), List.of());
    }

    static void replace(Storage storage, TenantRecord before, TenantRecord after) {
        assertThat(storage.installations().commit(Commit.replace(before, after)))
                .isTrue();
    }

    MoveReport pass(Task task, Storage to, boolean deletes) {
        troubles.clear();
        var report = new MoveReport(trouble -> troubles.add(trouble.toString()));
        new CopyService(source, to, deletes, 1, () -> {}).pass(task, report);
        return report;
    }

    MoveReport copy() {
        return pass(Task.COPY, target, false);
    }

    MoveReport verify() {
        return pass(Task.VERIFY, target, false);
    }
}
