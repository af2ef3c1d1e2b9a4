package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * All settings of one life, one by one, of which no more than a few megabytes are in memory at once: after the first page
 * the largest value so far tells how many the next one may have. Not safe for use by many threads.
 */
public final class SettingPages implements Iterator<Setting> {

    private static final int FIRST = 16;
    private static final int LIMIT = 100;
    private static final int CHARACTERS = 1 << 22;

    private final Source source;
    private Iterator<Setting> page = List.<Setting>of().iterator();
    private Optional<SettingKey> after = Optional.empty();
    private int limit = FIRST;
    private int largest = 1;
    private boolean isEnd;

    /** @param source the pages */
    public SettingPages(Source source) {
        this.source = source;
    }

    /** Pages of settings in the order of their keys. */
    @FunctionalInterface
    public interface Source {

        /** Returns the settings after this one, and fewer than {@code limit} only at the end. */
        List<Setting> page(Optional<SettingKey> after, int limit);
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !isEnd) {
            turn();
        }
        return page.hasNext();
    }

    @Override
    public Setting next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void turn() {
        var next = source.page(after, limit);
        for (var setting : next) {
            largest = Math.max(largest, setting.value().text().length());
            after = Optional.of(setting.key());
        }
        isEnd = next.size() < limit;
        limit = Math.max(1, Math.min(LIMIT, CHARACTERS / largest));
        page = next.iterator();
    }
}
