package dev.tenantry.app.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.UnaryOperator;
import org.apache.commons.text.StringSubstitutor;
import org.jspecify.annotations.Nullable;

/**
 * Puts environment variables into a configuration, value by value after the YAML is parsed: a password may hold any
 * character and stays one value.
 */
public final class EnvironmentSource implements ConfigurationSourceProvider {

    private static final ObjectMapper YAML = ExactNumbers.in(new YAMLMapper());
    private static final ObjectMapper JSON = ExactNumbers.in(new ObjectMapper());

    private final ConfigurationSourceProvider files;
    private final StringSubstitutor environment;

    /** @param files where configurations lie */
    public EnvironmentSource(ConfigurationSourceProvider files) {
        this(files, System::getenv);
    }

    /** The values of variables are taken as they are: what looks like a variable in one of them is not replaced again. */
    EnvironmentSource(ConfigurationSourceProvider files, UnaryOperator<@Nullable String> variables) {
        this.files = files;
        this.environment = new StringSubstitutor(variables::apply)
                .setDisableSubstitutionInValues(true)
                .setEnableUndefinedVariableException(true);
    }

    /** Returns the configuration as JSON, which is YAML too. */
    @Override
    public InputStream open(String path) throws IOException {
        try (var file = files.open(path)) {
            var resolved = resolve(YAML.readTree(file));
            return new ByteArrayInputStream(JSON.writeValueAsBytes(resolved));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(path + " is not YAML: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private JsonNode resolve(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(resolve(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(array.get(i)));
            }
        } else if (node.isTextual()) {
            return TextNode.valueOf(replace(node.textValue()));
        }
        return node;
    }

    /** A variable that is not set and has no default is a mistake: its name must not become the value. */
    private String replace(String text) {
        try {
            return environment.replace(text);
        } catch (IllegalArgumentException undefined) {
            throw new IllegalArgumentException("the environment has no variable for " + text, undefined);
        }
    }
}
