package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Settings;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Installations that break one promise each. */
final class BrokenInstallations {

    private BrokenInstallations() {}

    /** Reads, compares, and writes without looking again. */
    static final class LosingRaces extends PassingInstallations {
        LosingRaces(Installations sound) {
            super(sound);
        }

        @Override
        public boolean commit(Commit change) {
            if (!sound.find(change.tenant()).equals(change.expected())) {
                return false;
            }
            Gap.pass();
            force(change);
            return true;
        }
    }

    /** Compares the status only. */
    static final class ComparingLoosely extends PassingInstallations {
        ComparingLoosely(Installations sound) {
            super(sound);
        }

        @Override
        public boolean commit(Commit change) {
            var stored =
                    sound.find(change.tenant()).map(record -> record.lifecycle().status());
            if (!stored.equals(
                    change.expected().map(record -> record.lifecycle().status()))) {
                return false;
            }
            force(change);
            return true;
        }
    }

    /** Sees no difference where nothing changes. */
    static final class CountingChanges extends PassingInstallations {
        CountingChanges(Installations sound) {
            super(sound);
        }

        @Override
        public boolean commit(Commit change) {
            return !change.expected().equals(change.next()) && sound.commit(change);
        }
    }

    /** Drops whatever the tenant has. */
    static final class DroppingTheWrongLife extends PassingInstallations {
        private final Settings settings;

        DroppingTheWrongLife(Installations sound, Settings settings) {
            super(sound);
            this.settings = settings;
        }

        @Override
        public boolean commit(Commit change) {
            boolean done = sound.commit(change);
            if (done && change.dropped().isPresent() && change.seeds().isEmpty()) {
                change.next()
                        .filter(next -> next.lifecycle().status().isOpen())
                        .flatMap(TenantRecord::life)
                        .ifPresent(life -> settings.page(life, Optional.empty(), Integer.MAX_VALUE)
                                .forEach(setting -> settings.remove(life, setting.key(), new Precondition.Any())));
            }
            return done;
        }
    }

    /** Plants seeds over what is there. */
    static final class OverwritingWithSeeds extends PassingInstallations {
        private final Settings settings;

        OverwritingWithSeeds(Installations sound, Settings settings) {
            super(sound);
            this.settings = settings;
        }

        @Override
        public boolean commit(Commit change) {
            boolean done = sound.commit(change);
            if (done) {
                change.next()
                        .flatMap(TenantRecord::life)
                        .ifPresent(life -> change.seeds()
                                .forEach(seed -> settings.put(life, seed, new Precondition.Any(), Integer.MAX_VALUE)));
            }
            return done;
        }
    }

    /** A column with seconds only. */
    static final class ForgettingMilliseconds extends PassingInstallations {
        ForgettingMilliseconds(Installations sound) {
            super(sound);
        }

        @Override
        public Optional<TenantRecord> find(TenantId tenant) {
            return sound.find(tenant).map(record -> record.with(rounded(record.lifecycle())));
        }

        private static Lifecycle rounded(Lifecycle exact) {
            return new Lifecycle(
                    exact.status(),
                    exact.installedAt().truncatedTo(ChronoUnit.SECONDS),
                    exact.toggledAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)),
                    exact.uninstalledAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS)),
                    exact.forge(),
                    exact.migration());
        }
    }

    /** A table with a column for each member that was known when it was made. */
    static final class ForgettingUnknownMembers extends PassingInstallations {
        ForgettingUnknownMembers(Installations sound) {
            super(sound);
        }

        @Override
        public Optional<TenantRecord> find(TenantId tenant) {
            return sound.find(tenant).map(record -> {
                var said = record.installation();
                var known =
                        new Installation(said.appKey(), said.productType(), said.baseUrl(), said.fields(), Map.of());
                return new TenantRecord(
                        record.id(), known, record.secrets(), record.lifecycle(), record.incarnation(), record.seeds());
            });
        }
    }

    /** Knows incarnations but not which statuses are open: shows the settings of an uninstalled tenant. */
    static final class IgnoringTheStatus extends PassingInstallations {
        private final Map<TenantId, Lifecycle> lifecycles = new ConcurrentHashMap<>();

        IgnoringTheStatus(Installations sound) {
            super(sound);
        }

        @Override
        public synchronized Optional<TenantRecord> find(TenantId tenant) {
            return sound.find(tenant).map(record -> record.with(lifecycles.getOrDefault(tenant, record.lifecycle())));
        }

        @Override
        public synchronized boolean commit(Commit change) {
            if (!find(change.tenant()).equals(change.expected())) {
                return false;
            }
            change.next().ifPresent(next -> lifecycles.put(next.id(), next.lifecycle()));
            var next = change.next().map(record -> record.with(opened(record.lifecycle())));
            force(new Commit(change.tenant(), change.expected(), next, change.dropped(), change.seeds()));
            return true;
        }

        private static Lifecycle opened(Lifecycle real) {
            return new Lifecycle(
                    TenantStatus.INSTALLED,
                    real.installedAt(),
                    real.toggledAt(),
                    real.uninstalledAt(),
                    real.forge(),
                    real.migration());
        }
    }

    /** Sorts as {@link String} does, by UTF-16 units. */
    static final class PagingByUtf16 extends PassingInstallations {
        PagingByUtf16(Installations sound) {
            super(sound);
        }

        @Override
        public List<TenantRecord> page(Optional<TenantId> after, int limit) {
            return sound.page(Optional.empty(), Integer.MAX_VALUE).stream()
                    .sorted((left, right) ->
                            left.id().value().compareTo(right.id().value()))
                    .filter(record -> after.map(
                                    id -> id.value().compareTo(record.id().value()) < 0)
                            .orElse(true))
                    .limit(limit)
                    .toList();
        }
    }
}
