package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.SettingKey;
import java.util.List;

/**
 * A setting that Forge's store can hold.
 *
 * @param key its name here
 * @param shelf where it goes
 * @param value what is written, and under which name
 * @param rounded JSON Pointers of numbers that will not come back as they are; empty if all do
 */
public record HostedSetting(SettingKey key, HostedShelf shelf, HostedValue value, List<String> rounded) {

    int bytes() {
        return value.key().value().length() + value.json().utf8().length;
    }
}
