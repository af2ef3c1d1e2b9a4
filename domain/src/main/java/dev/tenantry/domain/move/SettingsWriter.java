package dev.tenantry.domain.move;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.port.out.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** Returns how many settings there are then. */
    int write(Iterator<Setting> settings) {
        new TenantReader(target)
                .settings(staged, unreadable -> {})
                .forEachRemaining(setting -> stored.put(setting.key(), setting.etag()));
        var strangers = new HashSet<>(stored.keySet());
        settings.forEachRemaining(setting -> {
            strangers.remove(setting.key());
            write(setting);
        });
        plant();
        strangers.forEach(key -> target.settings().remove(life, key, new Precondition.Any()));
        return stored.size() - strangers.size();
    }

    private void write(Setting setting) {
        var before = Optional.ofNullable(stored.put(setting.key(), setting.etag()));
        if (before.isEmpty()) {
            collect(setting);
        } else if (!before.get().equals(setting.etag())) {
            plant();
            target.settings().put(life, setting, new Precondition.Any(), Integer.MAX_VALUE);
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
