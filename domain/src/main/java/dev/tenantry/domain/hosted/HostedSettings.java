package dev.tenantry.domain.hosted;

import dev.tenantry.domain.hosted.Fitting.Verdict;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.move.SettingRows;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Archive.Row;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The settings of a tenant as Forge's store would hold them, a few megabytes in memory at a time.
 *
 * @param archive where they are, whatever the state of the tenant
 * @param fitting which of them fit
 */
public record HostedSettings(Archive archive, Fitting fitting) {

    /**
     * Goes through all of them, in the order of their keys on each shelf.
     *
     * @param batches takes those that fit
     * @param misfits takes the name of each other one, which may hold any character, and the reason
     */
    public void visit(Life life, Consumer<HostedBatch> batches, BiConsumer<String, String> misfits) {
        var packing = new Packing(batches);
        new SettingRows(archive, life).forEachRemaining(row -> {
            var verdict = verdict(row);
            if (verdict instanceof Verdict.Fits fits) {
                packing.add(fits.setting());
            } else if (verdict instanceof Verdict.Unfit unfit) {
                misfits.accept(row.name(), unfit.reason());
            }
        });
        packing.close();
    }

    private Verdict verdict(Row<Setting> row) {
        return row.content().map(fitting::check).orElseGet(() -> new Verdict.Unfit("it cannot be read"));
    }
}
