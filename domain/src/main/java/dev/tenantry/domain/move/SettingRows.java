package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Archive.Row;
import java.util.List;
import java.util.Optional;

/**
 * All settings of one life, a few megabytes in memory at a time: after the first page the largest value so far tells how
 * many the next one may have. Not safe for use by many threads.
 */
public final class SettingRows extends RowIterator<Setting> {

    private static final int FIRST = 16;
    private static final int LIMIT = 100;
    private static final int CHARACTERS = 1 << 22;

    private final Archive archive;
    private final Life life;
    private int limit = FIRST;
    private int largest = 1;

    /**
     * @param archive whose settings
     * @param life which of them
     */
    public SettingRows(Archive archive, Life life) {
        this.archive = archive;
        this.life = life;
    }

    @Override
    int limit() {
        return limit;
    }

    @Override
    List<Row<Setting>> page(Optional<String> after, int limit) {
        var rows = archive.settings(life, after, limit);
        for (var row : rows) {
            int length = row.content()
                    .map(setting -> setting.value().text().length())
                    .orElse(1);
            largest = Math.max(largest, length);
        }
        this.limit = Math.max(1, Math.min(LIMIT, CHARACTERS / largest));
        return rows;
    }
}
