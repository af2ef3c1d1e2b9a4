package dev.tenantry.adapters.mongo;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what {@link RecordWriter} wrote. Anything else is an {@link IllegalArgumentException} or a
 * {@link java.time.DateTimeException}, which may quote a secret.
 */
final class RecordReader {

    private final JsonNode source;

    RecordReader(String text) {
        try {
            this.source = RecordWriter.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    TenantRecord read(TenantId tenant) {
        var seeds = new HashMap<SettingKey, ETag>();
        members(Names.SEEDS).forEach((key, tag) -> seeds.put(new SettingKey(key), new ETag(tag)));
        var incarnation = find(source, Names.INCARNATION).map(Incarnation::parse);
        return new TenantRecord(tenant, installation(), secrets(), lifecycle(), incarnation, seeds);
    }

    private Installation installation() {
        var fields = new EnumMap<HostField, String>(HostField.class);
        var unknown = new LinkedHashMap<String, JsonText>();
        members(Names.UNKNOWN).forEach((name, value) -> unknown.put(name, new JsonText(value)));
        members(Names.FIELDS)
                .forEach(
                        (name, value) -> fields.put(HostField.named(name).orElseThrow(RecordReader::malformed), value));
        return new Installation(
                text(source, Names.APP_KEY),
                text(source, Names.PRODUCT_TYPE),
                text(source, Names.BASE_URL),
                fields,
                unknown);
    }

    private Secrets secrets() {
        var previous = Optional.ofNullable(source.get(Names.PREVIOUS))
                .map(old -> new Previous(
                        new SharedSecret(text(old, Names.SECRET)), at(old, Names.ROTATED_AT), at(old, Names.UNTIL)));
        return new Secrets(secret(Names.SHARED_SECRET), previous, secret(Names.RETIRED_SECRET));
    }

    private Optional<SharedSecret> secret(String name) {
        return find(source, name).map(SharedSecret::new);
    }

    private Lifecycle lifecycle() {
        return new Lifecycle(
                TenantStatus.valueOf(Names.constant(text(source, Names.STATUS))),
                at(source, Names.INSTALLED_AT),
                find(source, Names.TOGGLED_AT).map(Instant::parse),
                find(source, Names.UNINSTALLED_AT).map(Instant::parse),
                forge(),
                find(source, Names.MIGRATION).map(Migration::parse));
    }

    private Map<Alias, ForgePresence> forge() {
        var forge = new HashMap<Alias, ForgePresence>();
        members(Names.FORGE).forEach((alias, presence) -> forge.put(new Alias(alias), ForgePresence.parse(presence)));
        return forge;
    }

    private Map<String, String> members(String name) {
        var members = new LinkedHashMap<String, String>();
        source.path(name)
                .properties()
                .forEach(
                        member -> members.put(member.getKey(), member.getValue().asText()));
        return members;
    }

    private static Optional<String> find(JsonNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue());
    }

    private static String text(JsonNode object, String name) {
        return find(object, name).orElseThrow(RecordReader::malformed);
    }

    private static Instant at(JsonNode object, String name) {
        return Instant.parse(text(object, name));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a member is missing or unknown");
    }
}
