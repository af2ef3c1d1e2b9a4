package dev.tenantry.domain.broken;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Storage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Archives that break one promise each. */
final class BrokenArchive {

    private BrokenArchive() {}

    /** Asks the fence, as requests do. */
    static final class BehindTheFence implements Archive {
        private final Storage sound;

        BehindTheFence(Storage sound) {
            this.sound = sound;
        }

        @Override
        public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
            return sound.archive().tenants(after, limit);
        }

        @Override
        public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
            try {
                return sound.settings().page(life, after.map(SettingKey::new), limit).stream()
                        .map(setting -> new Row<>(setting.key().value(), Optional.of(setting)))
                        .toList();
            } catch (UnauthenticatedException closed) {
                return List.of();
            }
        }
    }

    /** Returns what the tenant has now, in whatever life. */
    static final class ForgettingIncarnations implements Archive {
        private final Storage sound;

        ForgettingIncarnations(Storage sound) {
            this.sound = sound;
        }

        @Override
        public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
            return sound.archive().tenants(after, limit);
        }

        @Override
        public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
            var current = sound.installations().find(life.tenant()).flatMap(TenantRecord::life);
            return current.map(now -> sound.archive().settings(now, after, limit))
                    .orElse(List.of());
        }
    }

    /** Orders as {@link String} does. */
    static final class PagingByUtf16 implements Archive {
        private final Archive sound;

        PagingByUtf16(Archive sound) {
            this.sound = sound;
        }

        @Override
        public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
            return page(sound.tenants(Optional.empty(), Integer.MAX_VALUE), after, limit);
        }

        @Override
        public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
            return page(sound.settings(life, Optional.empty(), Integer.MAX_VALUE), after, limit);
        }

        private static <T> List<Row<T>> page(List<Row<T>> all, Optional<String> after, int limit) {
            return all.stream()
                    .filter(row ->
                            after.map(name -> row.name().compareTo(name) > 0).orElse(true))
                    .sorted(Comparator.comparing(Row::name))
                    .limit(limit)
                    .toList();
        }
    }
}
