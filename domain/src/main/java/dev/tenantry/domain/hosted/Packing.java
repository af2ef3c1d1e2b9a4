package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.port.out.HostedStore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Packs settings into batches as they come, one open batch for each shelf. Not safe for use by many threads. */
final class Packing {

    private final Map<HostedShelf, List<HostedSetting>> open = new EnumMap<>(HostedShelf.class);
    private final Consumer<HostedBatch> full;

    /** @param full takes each batch that holds no more */
    Packing(Consumer<HostedBatch> full) {
        this.full = full;
    }

    void add(HostedSetting setting) {
        var batch = open.computeIfAbsent(setting.shelf(), shelf -> new ArrayList<>());
        if (batch.size() == HostedStore.MAX_KEYS || bytes(batch) + setting.bytes() > HostedStore.MAX_BYTES) {
            close(setting.shelf());
        }
        batch.add(setting);
    }

    /** Passes on what is left. */
    void close() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    private void close(HostedShelf shelf) {
        var batch = open.getOrDefault(shelf, List.of());
        if (!batch.isEmpty()) {
            full.accept(new HostedBatch(shelf, batch));
            batch.clear();
        }
    }

    private static int bytes(List<HostedSetting> batch) {
        return batch.stream().mapToInt(HostedSetting::bytes).sum();
    }
}
