package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.port.in.ExportToForge;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.in.MoveReport.Fate;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.HostedJson;
import dev.tenantry.domain.port.out.HostedStore;
import java.util.List;
import java.util.Map;

/** Compares before it writes, so that a repeated export goes on where the one before ended. */
public final class HostedExport implements ExportToForge {

    private final HostedSettings source;
    private final HostedStore target;
    private final HostedJson json;
    private final Runnable step;

    /**
     * @param source what to export
     * @param target where to
     * @param step runs after every batch
     */
    public HostedExport(HostedSettings source, HostedStore target, Runnable step) {
        this.source = source;
        this.target = target;
        this.json = source.fitting().json();
        this.step = step;
    }

    @Override
    public void export(Life life, MoveReport report) {
        var written = new Effort();
        var readBack = new Effort();
        source.visit(life, written.andThen(batch -> fill(batch, report)), (name, reason) -> skip(name, reason, report));
        source.visit(life, readBack.andThen(batch -> compare(batch, report, false)), (name, toldAlready) -> {});
        compare(life, written.settings(), readBack.settings(), report);
    }

    /** A setting that was not there any more when all was read back was compared with nothing. */
    private static void compare(Life life, long written, long readBack, MoveReport report) {
        if (written != readBack) {
            report.differ(
                    Thing.TENANT,
                    "tenant " + life.tenant(),
                    "had " + written + " settings when they were written, and " + readBack
                            + " when they were read back");
        }
    }

    @Override
    public void verify(Life life, MoveReport report) {
        source.visit(life, batch -> compare(batch, report, true), (name, reason) -> skip(name, reason, report));
    }

    private void fill(HostedBatch batch, MoveReport report) {
        var stored = target.find(batch.shelf(), batch.keys());
        var different = batch.settings().stream()
                .filter(setting -> !isKept(setting, stored))
                .toList();
        var refused = different.isEmpty() ? Map.<HostedKey, String>of() : put(batch, different);
        for (var setting : different) {
            var reason = refused.get(setting.value().key());
            if (reason != null) {
                skip(setting.key().value(), "Forge refuses it: " + reason, report);
            }
        }
        report.count(Fate.WRITTEN, Thing.SETTING, different.size() - refused.size());
        report.count(Fate.UNCHANGED, Thing.SETTING, batch.settings().size() - different.size());
        step.run();
    }

    private Map<HostedKey, String> put(HostedBatch batch, List<HostedSetting> different) {
        return target.put(
                batch.shelf(), different.stream().map(HostedSetting::value).toList());
    }

    private void compare(HostedBatch batch, MoveReport report, boolean countsSame) {
        var stored = target.find(batch.shelf(), batch.keys());
        for (var setting : batch.settings()) {
            if (!isKept(setting, stored)) {
                report.differ(Thing.SETTING, name(setting.key().value()), difference(setting, stored));
            } else if (countsSame) {
                report.count(Fate.UNCHANGED, Thing.SETTING, 1);
            }
        }
        step.run();
    }

    private boolean isKept(HostedSetting setting, Map<HostedKey, JsonText> stored) {
        var there = stored.get(setting.value().key());
        return there != null && json.isSame(setting.value().json(), there);
    }

    private static String difference(HostedSetting setting, Map<HostedKey, JsonText> stored) {
        if (!stored.containsKey(setting.value().key())) {
            return "Forge does not have it";
        }
        return setting.rounded().isEmpty()
                ? "Forge has another value"
                : "Forge has another value, because it rounds " + setting.rounded();
    }

    private static void skip(String key, String reason, MoveReport report) {
        report.skip(Thing.SETTING, name(key), reason);
    }

    private static String name(String key) {
        return "setting " + key;
    }
}
