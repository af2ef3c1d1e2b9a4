package dev.tenantry.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentSourceTest {

    private static JsonNode read(String yaml, Map<String, String> variables) throws IOException {
        var file = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return new ObjectMapper().readTree(new EnvironmentSource(path -> file, variables::get).open("config.yml"));
    }

    @Test
    void aVariableWithYamlCharactersStaysOneValue() throws Exception {
        var password = "a: b #c \"d\" {e} 'f' \\ \n- g";
        var read = read("storage: { password: \"${PASSWORD:-}\" }\nother: 1", Map.of("PASSWORD", password));
        assertThat(read.at("/storage/password").textValue()).isEqualTo(password);
        assertThat(read.at("/other").intValue()).isEqualTo(1);
    }

    @Test
    void aVariableThatIsNotSetGivesTheDefault() throws Exception {
        assertThat(read("list: [\"${NOBODY:-usual}\"]", Map.of()).at("/list/0").textValue())
                .isEqualTo("usual");
    }

    @Test
    void aValueThatLooksLikeAVariableIsNotReplacedAgain() throws Exception {
        var read = read("a: ${A:-}", Map.of("A", "${B:-x}"));
        assertThat(read.at("/a").textValue()).isEqualTo("${B:-x}");
    }

    @Test
    void aFileThatIsNotYamlIsNamed() {
        assertThatThrownBy(() -> read("a: [", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("config.yml is not YAML: ");
    }

    /** They may be defaults of settings, which nobody rounds. */
    @Test
    void numbersKeepTheirDigitsThroughAllThatReadsThem() throws Exception {
        var numbers = "{\"a\":1.0,\"b\":0.10,\"c\":12345678901234567890123}";
        var file = new ByteArrayInputStream(("default: " + numbers).getBytes(StandardCharsets.UTF_8));
        var source = new SchemaFiles(new EnvironmentSource(path -> file, Map.<String, String>of()::get));
        var read = ExactNumbers.in(new ObjectMapper()).readTree(source.open("config.yml"));
        assertThat(read.at("/default")).hasToString(numbers);
    }
}
