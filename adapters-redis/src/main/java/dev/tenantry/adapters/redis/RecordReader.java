package dev.tenantry.adapters.redis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link RecordWriter} wrote. Malformed text is an {@link IllegalArgumentException} or a
 * {@link java.time.DateTimeException}.
 */
final class RecordReader {

    private final JsonNode source;

    RecordReader(JsonNode source) {
        this.source = source;
    }

    TenantRecord read(TenantId tenant) {
        return new TenantRecord(
                tenant,
                installation(),
                secrets(),
                lifecycle(),
                optional("incarnation").map(Incarnation::parse),
                seeds());
    }

    private Installation installation() {
        var fields = new EnumMap<HostField, String>(HostField.class);
        members("fields").forEach((name, value) -> HostField.named(name).ifPresent(field -> fields.put(field, value)));
        var unknown = new LinkedHashMap<String, JsonText>();
        members("unknown").forEach((name, value) -> unknown.put(name, new JsonText(value)));
        return new Installation(text("appKey"), text("productType"), text("baseUrl"), fields, unknown);
    }

    private Secrets secrets() {
        var previous = Optional.ofNullable(source.get("previous")).map(RecordReader::new);
        return new Secrets(
                optional("secret").map(SharedSecret::new),
                previous.map(RecordReader::previous),
                optional("retiredSecret").map(SharedSecret::new));
    }

    private Secrets.Previous previous() {
        return new Secrets.Previous(
                new SharedSecret(text("secret")), Instant.parse(text("rotatedAt")), Instant.parse(text("until")));
    }

    private Lifecycle lifecycle() {
        return new Lifecycle(
                TenantStatus.valueOf(text("status").toUpperCase(Locale.ROOT)),
                Instant.parse(text("installedAt")),
                optional("toggledAt").map(Instant::parse),
                optional("uninstalledAt").map(Instant::parse),
                forge(),
                optional("migration").map(Migration::parse));
    }

    private Map<Alias, ForgePresence> forge() {
        var forge = new HashMap<Alias, ForgePresence>();
        members("forge").forEach((alias, presence) -> forge.put(new Alias(alias), ForgePresence.parse(presence)));
        return forge;
    }

    private Map<SettingKey, ETag> seeds() {
        var seeds = new HashMap<SettingKey, ETag>();
        members("seeds").forEach((key, tag) -> seeds.put(new SettingKey(key), new ETag(tag)));
        return seeds;
    }

    /** Returns the members of an object, whose values are texts, in their order. */
    private Map<String, String> members(String name) {
        var members = new LinkedHashMap<String, String>();
        source.path(name).properties().forEach(member -> members.put(member.getKey(), text(member.getValue())));
        return members;
    }

    private String text(String name) {
        return text(source.path(name));
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(source.get(name)).map(RecordReader::text);
    }

    private static String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException("a member is missing or no text");
        }
        return value.textValue();
    }
}
