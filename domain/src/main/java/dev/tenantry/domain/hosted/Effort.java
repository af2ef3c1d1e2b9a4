package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedShelf;
import java.util.function.Consumer;

/** Counts what an export would take at most: where nothing is there yet, and all of it is read twice. */
public final class Effort implements Consumer<HostedBatch> {

    private long settings;
    private long calls;
    private long units;

    /** Counts from nothing. */
    public Effort() {}

    @Override
    public void accept(HostedBatch batch) {
        int size = batch.settings().size();
        settings += size;
        calls += 3L * (batch.shelf() == HostedShelf.SECRET ? size : 1);
        units += batch.settings().stream()
                .mapToLong(setting -> setting.value().units())
                .sum();
    }

    /** Returns how many settings fit. */
    public long settings() {
        return settings;
    }

    /** Returns how many requests an export sends: one to compare, to write and to read back, for a batch or a secret. */
    public long calls() {
        return calls;
    }

    /** Returns how many units of 10 KB an export writes. */
    public long units() {
        return units;
    }
}
