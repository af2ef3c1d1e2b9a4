package dev.tenantry.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.service.SettingsPolicy;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import io.dropwizard.util.DataSize;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;

/**
 * The {@code settings} block of config.yml.
 *
 * @param onInstall what every new tenant starts with, in this order; empty for nothing
 * @param writers who may write besides the app itself; {@code admins} if absent
 * @param maxValueSize the largest value, 1 byte to 16 MiB of UTF-8; 256 KiB if absent
 * @param maxPerTenant the most settings of one tenant, 1 to 1,000,000; 1,000 if absent
 */
public record SettingsBlock(
        Map<String, JsonNode> onInstall,
        Writers writers,
        DataSize maxValueSize,
        @Min(1) @Max(1_000_000) Integer maxPerTenant) {

    private static final DataSize USUAL_SIZE = DataSize.kibibytes(256);
    private static final DataSize LARGEST_SIZE = DataSize.mebibytes(16);
    private static final int USUAL_COUNT = 1000;

    /** Jackson passes null for an absent key. A bad key fails here, and does not wait for the first install. */
    public SettingsBlock {
        onInstall = onInstall == null ? Map.of() : onInstall;
        writers = writers == null ? Writers.ADMINS : writers;
        maxValueSize = maxValueSize == null ? USUAL_SIZE : maxValueSize;
        maxPerTenant = maxPerTenant == null ? USUAL_COUNT : maxPerTenant;
        if (maxValueSize.toBytes() < 1 || maxValueSize.toBytes() > LARGEST_SIZE.toBytes()) {
            throw new IllegalArgumentException("settings.maxValueSize must be from 1 byte to " + LARGEST_SIZE);
        }
        onInstall.keySet().forEach(SettingKey::new);
    }

    static SettingsBlock usual() {
        return new SettingsBlock(Map.of(), Writers.ADMINS, USUAL_SIZE, USUAL_COUNT);
    }

    /** Returns the defaults as compact JSON in the order of the file. */
    public List<Setting> defaults() {
        return onInstall.entrySet().stream()
                .map(e -> new Setting(
                        new SettingKey(e.getKey()), new JsonText(e.getValue().toString())))
                .toList();
    }

    /** Returns what the operator allows callers to do with settings. */
    public SettingsPolicy toPolicy() {
        return new SettingsPolicy(writers, (int) maxValueSize.toBytes(), maxPerTenant);
    }
}
