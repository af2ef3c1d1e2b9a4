package dev.tenantry.adapters.http.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.networknt.schema.path.PathType;
import com.networknt.schema.resource.SchemaLoader;
import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.port.out.SettingSchema;
import dev.tenantry.domain.port.out.SettingSchemas;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/**
 * Reads JSON Schema 2020-12. {@code format} is asserted, patterns are Java's, and nothing is ever fetched: a {@code $ref}
 * leads into the schema itself.
 */
public final class JsonSchemas implements SettingSchemas {

    private static final String FOLDER = "https://json-schema.org/draft/2020-12/";
    private static final String DIALECT = FOLDER + "schema";

    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            dialect(), builder -> builder.schemaRegistryConfig(config()).schemaLoader(onlyTheDialect()));

    private static SchemaRegistryConfig config() {
        return SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(PatientPattern::compile)
                .pathType(PathType.JSON_POINTER)
                .build();
    }

    /** The library has the dialect's own schemas within itself. */
    private static SchemaLoader onlyTheDialect() {
        return SchemaLoader.builder()
                .block(iri -> !iri.toString().startsWith(FOLDER))
                .build();
    }

    /** Keywords that nobody knows are annotations, as the specification wants it; the library would warn of each. */
    private static Dialect dialect() {
        return Dialect.builder(Dialects.getDraft202012())
                .unknownKeywordFactory((name, context) -> new AnnotationKeyword(name))
                .build();
    }

    @Override
    public SettingSchema read(JsonText schema) {
        var tree = tree(schema);
        var node = new SchemaNodes().node(tree);
        requireDialect(node);
        requireValid(node);
        return new JsonSchema(validator(node), new SecretMembers(SecretPlaces.in(tree)));
    }

    private static Json tree(JsonText schema) {
        try {
            return StrictJson.tree(schema);
        } catch (RejectedException malformed) {
            throw new IllegalArgumentException(malformed.detail(), malformed);
        }
    }

    private static void requireDialect(JsonNode schema) {
        var named = schema.path("$schema").asText(DIALECT);
        if (!named.equals(DIALECT) && !named.equals(DIALECT + '#')) {
            throw new IllegalArgumentException("its $schema must be " + DIALECT);
        }
    }

    private void requireValid(JsonNode schema) {
        var errors = registry.getSchema(SchemaLocation.of(DIALECT)).validate(schema);
        if (!errors.isEmpty()) {
            var first = errors.get(0);
            throw new IllegalArgumentException(
                    "it is no JSON Schema 2020-12: \"" + first.getInstanceLocation() + "\" " + first.getMessage());
        }
    }

    private Schema validator(JsonNode node) {
        try {
            var schema = registry.getSchema(node);
            schema.initializeValidators();
            schema.validate(JsonNodeFactory.instance.nullNode());
            schema.validate(JsonNodeFactory.instance.objectNode());
            return schema;
        } catch (SchemaException | PatternSyntaxException unusable) {
            throw new IllegalArgumentException(unusable.getMessage(), unusable);
        } catch (StackOverflowError endless) {
            throw new IllegalArgumentException("it refers to itself without an end", endless);
        }
    }
}
