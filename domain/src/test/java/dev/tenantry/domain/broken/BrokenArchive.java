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
    static final class BehindTheFence extends PassingArchive {
        private final Storage store;

        BehindTheFence(Storage sound) {
            super(sound.archive());
            this.store = sound;
        }

        @Override
        public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
            try {
                return store.settings().page(life, after.map(SettingKey::new), limit).stream()
                        .map(setting -> new Row<>(setting.key().value(), Optional.of(setting)))
                        .toList();
            } catch (UnauthenticatedException closed) {
                return List.of();
            }
        }
    }

    /** Returns what the tenant has now, in whatever life. */
    static final class ForgettingIncarnations extends PassingArchive {
        private final Storage store;

        ForgettingIncarnations(Storage sound) {
            super(sound.archive());
            this.store = sound;
        }

        @Override
        public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
            var current = store.installations().find(life.tenant()).flatMap(TenantRecord::life);
            return current.map(now -> sound.settings(now, after, limit)).orElse(List.of());
        }
    }

    /** Orders as {@link String} does. */
    static final class PagingByUtf16 extends PassingArchive {
        PagingByUtf16(Archive sound) {
            super(sound);
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
