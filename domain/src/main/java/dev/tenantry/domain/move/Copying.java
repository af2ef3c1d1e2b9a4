package dev.tenantry.domain.move;

import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.move.SideBySide.Pair;
import dev.tenantry.domain.port.out.Archive.Row;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides for each tenant what a copy does with it. */
final class Copying {

    private final Storage source;
    private final TenantReader from;
    private final TenantReader to;
    private final Hand hand;

    Copying(Storage source, Storage target, Hand hand) {
        this.source = source;
        this.from = new TenantReader(source);
        this.to = new TenantReader(target);
        this.hand = hand;
    }

    /** What carries the decisions out. */
    interface Hand {

        void write(TenantRecord record, TenantReader from);

        void remove(TenantRecord record);

        void leave(TenantDigest same);

        void skip(String name, String reason);
    }

    void tenant(Pair<TenantRecord> pair) {
        if (isUnreadable(pair.source())) {
            hand.skip(pair.name(), "it cannot be read in the source");
        } else if (isUnreadable(pair.target())) {
            hand.skip(pair.name(), "what the target has under this name cannot be read");
        } else {
            var stored = pair.target().flatMap(Row::content);
            pair.source()
                    .flatMap(Row::content)
                    .ifPresentOrElse(record -> copy(record, stored), () -> stored.ifPresent(this::remove));
        }
    }

    static <T> boolean isUnreadable(Optional<Row<T>> row) {
        return row.filter(found -> found.content().isEmpty()).isPresent();
    }

    /** The target may keep everything in the clear, and a token of Forge, which the next event brings anew, never lies so. */
    private void copy(TenantRecord found, Optional<TenantRecord> stored) {
        var record = found.with(found.lifecycle().withoutTokens());
        if (stored.isEmpty()) {
            hand.write(record, from);
        } else if (newest(stored.get().lifecycle()).isAfter(newest(record.lifecycle()))) {
            hand.skip(record.id().value(), "it was installed or uninstalled at the target since");
        } else {
            update(record, stored.get());
        }
    }

    private void update(TenantRecord record, TenantRecord stored) {
        var digest = from.digest(record);
        if (digest.isSame(to.digest(stored))) {
            hand.leave(digest);
        } else {
            hand.write(record, from);
        }
    }

    /** A tenant that was not there when the page was read, and is there now, is left to the next pass. */
    private void remove(TenantRecord stranger) {
        if (source.installations().find(stranger.id()).isEmpty()) {
            hand.remove(stranger);
        }
    }

    private static Instant newest(Lifecycle lifecycle) {
        var installed = lifecycle.installedAt();
        return Stream.concat(
                        lifecycle.uninstalledAt().stream(),
                        lifecycle.forge().values().stream().map(ForgePresence::at))
                .filter(installed::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(installed);
    }
}
