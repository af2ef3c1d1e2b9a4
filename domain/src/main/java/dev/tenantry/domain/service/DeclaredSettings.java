package dev.tenantry.domain.service;

import static java.util.stream.Collectors.joining;

import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.Violation;
import dev.tenantry.domain.port.out.SettingSchema;
import dev.tenantry.domain.port.out.SettingSchemas;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that the app declares about its settings. Immutable, and safe for use by many threads. */
public final class DeclaredSettings {

    /** An app that declares nothing. */
    public static final DeclaredSettings NONE = new DeclaredSettings(List.of(), Map.of(), Undeclared.ALLOWED);

    private final List<SettingDefinition> definitions;
    private final Map<SettingKey, SettingSchema> schemas;
    private final Undeclared undeclared;

    /** What becomes of a write to a setting that is not declared. */
    public enum Undeclared {
        /** It is served: any key may hold any value. */
        ALLOWED,
        /** It is refused; what is stored already can be read and removed. */
        REFUSED
    }

    private DeclaredSettings(
            List<SettingDefinition> definitions, Map<SettingKey, SettingSchema> schemas, Undeclared undeclared) {
        this.definitions = List.copyOf(definitions);
        this.schemas = Map.copyOf(schemas);
        this.undeclared = undeclared;
    }

    /**
     * Reads what an app declares.
     *
     * @throws IllegalArgumentException in a sentence that names the setting, if one is declared twice, if its schema is
     *     none, or if its default does not fit
     */
    public static DeclaredSettings of(
            List<SettingDefinition> definitions, SettingSchemas reader, Undeclared undeclared) {
        var keys = new ArrayList<SettingKey>();
        var schemas = new HashMap<SettingKey, SettingSchema>();
        for (var definition : definitions) {
            requireNew(definition.key(), keys);
            keys.add(definition.key());
            definition.schema().ifPresent(text -> {
                var schema = read(definition.key(), text, reader);
                definition.defaultValue().ifPresent(value -> requireFit(definition.key(), value, schema));
                schemas.put(definition.key(), schema);
            });
        }
        return new DeclaredSettings(definitions, schemas, undeclared);
    }

    private static void requireNew(SettingKey key, List<SettingKey> known) {
        if (known.contains(key)) {
            throw new IllegalArgumentException("setting " + key + " is declared more than once");
        }
    }

    private static SettingSchema read(SettingKey key, JsonText schema, SettingSchemas reader) {
        try {
            return reader.read(schema);
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "the schema of setting " + key + " cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static void requireFit(SettingKey key, JsonText value, SettingSchema schema) {
        var violations = violations(value, schema);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("the default of setting " + key + " does not fit its schema: "
                    + violations.stream().map(DeclaredSettings::sentence).collect(joining("; ")));
        }
    }

    /** A default that shows a concealed secret would keep one that nobody has. */
    private static List<Violation> violations(JsonText value, SettingSchema schema) {
        try {
            return schema.check(schema.restore(value, Optional.empty()));
        } catch (SchemaViolationException nothingToKeep) {
            return nothingToKeep.violations();
        }
    }

    private static String sentence(Violation violation) {
        return '"' + violation.pointer() + "\" " + violation.message();
    }

    /** Returns the declarations in the order of the configuration. */
    public List<SettingDefinition> definitions() {
        return definitions;
    }

    /** Returns what every new tenant starts with, in the order of the configuration. */
    public List<Setting> defaults() {
        return definitions.stream()
                .flatMap(definition ->
                        definition.defaultValue().stream().map(value -> new Setting(definition.key(), value)))
                .toList();
    }

    /** Returns what the values of a setting must look like, or empty if any value will do. */
    public Optional<SettingSchema> schema(SettingKey key) {
        return Optional.ofNullable(schemas.get(key));
    }

    /** Returns the schema of a setting if it has members that may not be shown. */
    public Optional<SettingSchema> secretive(SettingKey key) {
        return schema(key).filter(schema -> !schema.secrets().isEmpty());
    }

    /** Returns whether any setting has members that may not be shown. */
    public boolean haveSecrets() {
        return schemas.values().stream().anyMatch(schema -> !schema.secrets().isEmpty());
    }

    /** Returns a value as it may be shown, to a caller or in a log. */
    public JsonText conceal(Setting stored) {
        return secretive(stored.key())
                .map(schema -> schema.conceal(stored.value()))
                .orElse(stored.value());
    }

    /** Returns whether a setting of this name may be written. */
    boolean admit(SettingKey key) {
        return undeclared == Undeclared.ALLOWED
                || definitions.stream().anyMatch(definition -> definition.key().equals(key));
    }
}
