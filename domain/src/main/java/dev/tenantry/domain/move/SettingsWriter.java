package dev.tenantry.domain.move;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import dev.tenantry.domain.port.out.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the settings of one staged tenant exactly the given ones. In memory are the keys and tags of its settings, and of
 * the values a few at a time. What is missing goes in batches, as the seeds of a commit that changes no record.
 */
final class SettingsWriter {

    private static final int BATCH = 100;
    private static final int BATCH_CHARACTERS = 1 << 20;

    private final Storage target;
    private final TenantRecord staged;
    private final Life life;
    private final Map<SettingKey, ETag> stored = new HashMap<>();
    private final List<Setting> missing = new ArrayList<>();
    private int missingCharacters;

    /** @param staged the tenant's record as it is stored; it is open and has a life */
    SettingsWriter(Storage target, TenantRecord staged) {
        this.target = target;
        this.staged = staged;
        this.life = staged.life().orElseThrow();
    }

    /**
     * Adds those that are missing and leaves the others, which may be outdated, alone. Each addition depends on the staged
     * record: once that has changed, nothing is added any more, however late this runs.
     */
    void add(Iterator<Setting> settings) {
        look();
        settings.forEachRemaining(setting -> {
            if (stored.putIfAbsent(setting.key(), setting.etag()) == null) {
                collect(setting);
            }
        });
        plant();
    }

    private void look() {
        new TenantReader(target)
                .settings(staged, unreadable -> {})
                .forEachRemaining(setting -> stored.put(setting.key(), setting.etag()));
    }

    /**
     * Returns how many settings there are then.
     *
     * @param certainty is asked when all are read, before those that were not among them are removed: a source that has
     *     lost its settings meanwhile looks like one that has come to its end. Throws to prevent it
     */
    int write(Iterator<Setting> settings, Runnable certainty) {
        look();
        var strangers = new HashSet<>(stored.keySet());
        settings.forEachRemaining(setting -> {
            strangers.remove(setting.key());
            write(setting);
        });
        plant();
        certainty.run();
        strangers.forEach(this::remove);
        return stored.size() - strangers.size();
    }

    private void write(Setting setting) {
        var before = Optional.ofNullable(stored.put(setting.key(), setting.etag()));
        if (before.isEmpty()) {
            collect(setting);
        } else if (!before.get().equals(setting.etag())) {
            plant();
            replace(setting, before.get());
        }
    }

    /** Whoever wrote in between knows better: a writer that was overtaken must not undo it. */
    private void replace(Setting setting, ETag before) {
        var unchanged = new Precondition.Matches(Set.of(before));
        if (target.settings().put(life, setting, unchanged, Integer.MAX_VALUE) != PutOutcome.REPLACED) {
            throw new OvertakenException();
        }
    }

    private void remove(SettingKey key) {
        var unchanged = new Precondition.Matches(Set.of(stored.get(key)));
        if (target.settings().remove(life, key, unchanged) != RemoveOutcome.REMOVED) {
            throw new OvertakenException();
        }
    }

    private void collect(Setting setting) {
        missing.add(setting);
        missingCharacters += setting.value().text().length();
        if (missing.size() == BATCH || missingCharacters >= BATCH_CHARACTERS) {
            plant();
        }
    }

    private void plant() {
        if (missing.isEmpty()) {
            return;
        }
        var same = Optional.of(staged);
        if (!target.installations().commit(new Commit(staged.id(), same, same, Optional.empty(), missing))) {
            throw new OvertakenException();
        }
        missing.clear();
        missingCharacters = 0;
    }
}
