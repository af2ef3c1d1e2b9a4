package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import java.util.List;

/**
 * Settings of one shelf that go in one call.
 *
 * @param shelf where they go
 * @param settings at least one, and no more than a call takes
 */
public record HostedBatch(HostedShelf shelf, List<HostedSetting> settings) {

    public HostedBatch {
        settings = List.copyOf(settings);
    }

    /** Returns the keys under which they are kept. */
    public List<HostedKey> keys() {
        return settings.stream().map(setting -> setting.value().key()).toList();
    }
}
