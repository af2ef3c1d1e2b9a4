package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Settings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Settings that break one promise each. */
final class BrokenSettings {

    private BrokenSettings() {}

    /** A case-insensitive collation. */
    static final class FoldingCase extends PassingSettings {
        FoldingCase(Settings sound) {
            super(sound);
        }

        @Override
        public Optional<Setting> find(Life life, SettingKey key) {
            return sound.find(life, folded(key)).map(setting -> new Setting(key, setting.value()));
        }

        @Override
        public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
            return sound.put(life, new Setting(folded(setting.key()), setting.value()), precondition, quota);
        }

        private static SettingKey folded(SettingKey key) {
            return new SettingKey(key.value().toUpperCase(Locale.ROOT));
        }
    }

    /** A column of a JSON type. */
    static final class NormalizingJson extends PassingSettings {
        NormalizingJson(Settings sound) {
            super(sound);
        }

        @Override
        public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
            var text = setting.value().text().strip().replaceFirst("^1\\.0$", "1");
            return sound.put(life, new Setting(setting.key(), new JsonText(text)), precondition, quota);
        }
    }

    /** Reads, compares, and writes without looking again. */
    static final class LosingRaces extends PassingSettings {
        LosingRaces(Settings sound) {
            super(sound);
        }

        @Override
        public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
            var stored = sound.find(life, setting.key());
            if (!precondition.admits(stored.map(Setting::etag))) {
                return PutOutcome.UNMET;
            }
            Gap.pass();
            sound.put(life, setting, new Precondition.Any(), Integer.MAX_VALUE);
            return stored.isPresent() ? PutOutcome.REPLACED : PutOutcome.CREATED;
        }
    }

    /** Answers for whatever life the tenant is in. */
    static final class ForgettingIncarnations extends PassingSettings {
        private final Installations installations;

        ForgettingIncarnations(Settings sound, Installations installations) {
            super(sound);
            this.installations = installations;
        }

        @Override
        public Optional<Setting> find(Life life, SettingKey key) {
            return sound.find(current(life), key);
        }

        @Override
        public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
            return sound.put(current(life), setting, precondition, quota);
        }

        @Override
        public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
            return sound.remove(current(life), key, precondition);
        }

        private Life current(Life life) {
            return installations.find(life.tenant()).flatMap(TenantRecord::life).orElse(life);
        }
    }

    /** A server that counts the rows whose bytes changed, not those that it found. */
    static final class CountingChanges extends PassingSettings {
        CountingChanges(Settings sound) {
            super(sound);
        }

        @Override
        public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
            boolean same = sound.find(life, setting.key()).equals(Optional.of(setting));
            return same ? PutOutcome.UNMET : sound.put(life, setting, precondition, quota);
        }
    }

    /** Never counts. */
    static final class IgnoringTheQuota extends PassingSettings {
        IgnoringTheQuota(Settings sound) {
            super(sound);
        }

        @Override
        public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
            return sound.put(life, setting, precondition, Integer.MAX_VALUE);
        }
    }

    /** Sorts as {@link String} does, by UTF-16 units. */
    static final class PagingByUtf16 extends PassingSettings {
        PagingByUtf16(Settings sound) {
            super(sound);
        }

        @Override
        public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
            return sound.page(life, Optional.empty(), Integer.MAX_VALUE).stream()
                    .sorted(Comparator.comparing(setting -> setting.key().value()))
                    .filter(setting -> after.map(
                                    key -> key.value().compareTo(setting.key().value()) < 0)
                            .orElse(true))
                    .limit(limit)
                    .toList();
        }
    }

    /** Looks for the row where the last page ended, and starts again if it is gone. */
    static final class PagingByPosition extends PassingSettings {
        PagingByPosition(Settings sound) {
            super(sound);
        }

        @Override
        public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
            var all = sound.page(life, Optional.empty(), Integer.MAX_VALUE);
            var keys = all.stream().map(Setting::key).toList();
            int position = after.map(keys::indexOf).orElse(-1) + 1;
            return all.stream().skip(position).limit(limit).toList();
        }
    }
}
