package dev.tenantry.app.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.MirroredKeys;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.SettingSchemas;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.service.DeclaredSettings.Undeclared;
import dev.tenantry.domain.service.SettingsPolicy;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import io.dropwizard.util.DataSize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code settings} block of config.yml.
 *
 * @param definitions what the app declares about its settings; empty for nothing
 * @param onInstall shorthand for definitions with a default only: what every new tenant starts with, in this order
 * @param undeclared what becomes of writes to other settings; {@code allowed} if absent
 * @param writers who may write besides the app itself; {@code admins} if absent
 * @param maxValueSize the largest value, 1 byte to 16 MiB of UTF-8; 256 KiB if absent
 * @param mirror the keys of settings that are copied to properties in the host; none if absent
 * @param maxPerTenant the most settings of one tenant, 1 to 1,000,000; 1,000 if absent
 */
public record SettingsBlock(
        List<@Valid DefinitionBlock> definitions,
        Map<String, JsonNode> onInstall,
        Undeclared undeclared,
        Writers writers,
        TextList mirror,
        DataSize maxValueSize,
        @Min(1) @Max(1_000_000) Integer maxPerTenant) {

    private static final DataSize USUAL_SIZE = DataSize.kibibytes(256);
    private static final DataSize LARGEST_SIZE = DataSize.mebibytes(16);
    private static final int USUAL_COUNT = 1000;

    /** Jackson passes null for an absent key. A bad key fails here, and does not wait for the first install. */
    public SettingsBlock {
        definitions = definitions == null ? List.of() : definitions;
        onInstall = onInstall == null ? Map.of() : onInstall;
        undeclared = undeclared == null ? Undeclared.ALLOWED : undeclared;
        writers = writers == null ? Writers.ADMINS : writers;
        mirror = mirror == null ? TextList.EMPTY : mirror;
        maxValueSize = maxValueSize == null ? USUAL_SIZE : maxValueSize;
        maxPerTenant = maxPerTenant == null ? USUAL_COUNT : maxPerTenant;
        if (maxValueSize.toBytes() < 1 || maxValueSize.toBytes() > LARGEST_SIZE.toBytes()) {
            throw new IllegalArgumentException("settings.maxValueSize must be from 1 byte to " + LARGEST_SIZE);
        }
        onInstall.keySet().forEach(SettingKey::new);
        definitions.stream()
                .map(DefinitionBlock::key)
                .filter(onInstall::containsKey)
                .forEach(twice -> {
                    throw new IllegalArgumentException(
                            "settings.onInstall." + twice + " is in settings.definitions as well");
                });
    }

    static SettingsBlock usual() {
        return new SettingsBlock(
                List.of(), Map.of(), Undeclared.ALLOWED, Writers.ADMINS, TextList.EMPTY, USUAL_SIZE, USUAL_COUNT);
    }

    /**
     * Returns what the app declares: the definitions in the order of the file, and then what is written on install.
     *
     * @throws IllegalArgumentException in a sentence, if it makes no sense
     */
    public DeclaredSettings toDeclared(SettingSchemas schemas) {
        var shorthand = onInstall.entrySet().stream().map(SettingsBlock::definition);
        var all = Stream.concat(definitions.stream().map(DefinitionBlock::toDefinition), shorthand);
        return DeclaredSettings.of(all.toList(), schemas, undeclared);
    }

    private static SettingDefinition definition(Map.Entry<String, JsonNode> onInstall) {
        var value = new JsonText(onInstall.getValue().toString());
        return SettingDefinition.ofDefault(new SettingKey(onInstall.getKey()), value);
    }

    /**
     * Returns the settings that are copied to the host.
     *
     * @throws IllegalArgumentException if one has secrets, or a host could not keep them
     */
    public MirroredKeys mirroredKeys(DeclaredSettings declared) {
        var keys = mirror.values().stream().map(SettingKey::new).collect(Collectors.toSet());
        keys.stream().filter(key -> declared.secretive(key).isPresent()).forEach(secretive -> {
            throw new IllegalArgumentException(
                    "settings.mirror: every user of a site could read the secrets of " + secretive + " in the host");
        });
        return new MirroredKeys(keys);
    }

    /** Returns what the operator allows callers to do with settings. */
    public SettingsPolicy toPolicy() {
        return new SettingsPolicy(writers, (int) maxValueSize.toBytes(), maxPerTenant);
    }
}
