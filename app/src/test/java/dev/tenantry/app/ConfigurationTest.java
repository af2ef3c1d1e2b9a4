package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tenantry.app.encryption.Keyset;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in config.yml costs one sentence, and no stack trace. */
class ConfigurationTest {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Cli cli = new Cli();

    @TempDir
    private Path folder;

    private String file(String pointer, String value) throws IOException {
        var shipped = (ObjectNode) YAML.readTree(shipped());
        int slash = pointer.lastIndexOf('/');
        var block = (ObjectNode) shipped.at(pointer.substring(0, slash));
        block.put(pointer.substring(slash + 1), value);
        return Files.writeString(folder.resolve("config.yml"), YAML.writeValueAsString(shipped))
                .toString();
    }

    private static InputStream shipped() {
        return Objects.requireNonNull(ConfigurationTest.class.getResourceAsStream("/config.yml"));
    }

    @Test
    void theShippedFileIsFine() throws Exception {
        Files.copy(shipped(), folder.resolve("config.yml"));
        assertThat(cli.run("check", folder.resolve("config.yml").toString())).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /app/product                          | trello                   | must be one of jira, confluence, bitbucket
            /app/key                              | no spaces allowed        | app.key
            /app/baseUrl                          | not a url                | this is not a URL
            /app/baseUrl                          | https://x.example?a=b    | without user, query and fragment
            /app/region                           | Atlantis                 | app.region: there is no region 'Atlantis'; it must be one of global, AU, CA
            /app/allowedBaseUrls                  | https://a.example,foo    | a URL must be of the form
            /app/allowedHosts                     | *                        | '*' is no host pattern
            /app/installKeysUrl                   | http://keys.example.com  | app.installKeysUrl
            /app/forge/appId                      | ari:cloud:ecosystem::app | a Forge app id is
            /app/forge/jwksUrl                    | http://forge.example.com | app.forge.jwksUrl must be https
            /app/forge/storageUrl                 | http://forge.example.com | app.forge.storageUrl must be https
            /app/forge/icLabel                    | ic-1                     | app.forge.icLabel needs the app.forge.jwksUrl
            /app/forge/apiUrl                     | https://api.example.com  | app.forge.apiUrl must be https://api.atlassian.com, or a loopback address
            /app/colour                           | red                      | app.colour
            /encryption/keyset                    | nowhere.json             | encryption.keyset names a file that is not there
            /encryption/keyset                    | .                        | encryption.keyset names a file that cannot be read
            /encryption/keyset                    | config.yml               | encryption.keyset cannot be used: it is no keyset of Tink
            /encryption/keyset                    | {"primaryKeyId":1}       | encryption.keyset cannot be used: it is no keyset of Tink
            /service/token                        | too-short                | service.token must have 16 to 1024 characters
            /settings/writers                     | anybody                  | must be one of app, users, admins
            /settings/mirror                      | clientInfo               | setting key is reserved
            /host/timeout                         | 1m                       | host.timeout
            /settings/undeclared                  | perhaps                  | must be one of allowed, refused
            /settings/onInstall/appSettings       | twice                    | settings.onInstall.appSettings is in settings.definitions as well
            /settings/definitions/0/key           | clientInfo               | setting key is reserved
            /settings/definitions/0/colour        | red                      | colour
            /settings/definitions/0/default       | text                     | the default of setting appSettings does not fit its schema: "" string found, object expected
            /settings/definitions/0/schema        | nowhere.json             | settings.definitions: cannot read
            /settings/definitions/0/schema        | config.yml               | config.yml is not JSON
            /settings/definitions/0/schema/type   | thing                    | the schema of setting appSettings cannot be used: it is no JSON Schema 2020-12
            /settings/definitions/0/schema/$ref   | https://a.example/s.json | https://a.example/s.json
            /settings/definitions/0/schema/secret | yes                      | "secret" is true or false
            /settings/maxValueSize                | 1GiB                     | settings.maxValueSize
            /settings/maxPerTenant                | 0                        | settings.maxPerTenant
            /lifecycle/retention                  | soon                     | lifecycle.retention
            /lifecycle/onUninstall                | burn                     | must be one of delete, retain
            /storage/type                         | oracle                   | known type ids = [mongo, redis, sql]
            /app/descriptorTemplate               | /nowhere/template.json   | cannot read /nowhere/template.json
            /storage/password                     | ${NOBODY_SETS_THIS}      | no variable for ${NOBODY_SETS_THIS}
            /storage/readOnly                     | perhaps                  | readOnly
            /storage/url                          | jdbc:nothing:here        | storage.url
            """)
    void aMistakeCostsOneSentence(String pointer, String value, String named) throws Exception {
        assertThat(cli.run("check", file(pointer, value))).isFalse();
        assertThat(cli.errors()).contains(named).startsWith("tenantry: ").doesNotContain("\tat ");
        assertThat(cli.errors().strip().lines()).hasSize(1);
    }

    @Test
    void schemaOfAFileLiesBesideTheConfiguration() throws Exception {
        Files.writeString(folder.resolve("schema.json"), "{\"type\":\"array\"}");
        assertThat(cli.run("check", file("/settings/definitions/0/schema", "schema.json")))
                .isFalse();
        assertThat(cli.errors()).contains("object found, array expected");
    }

    @Test
    void settingThatIsDeclaredTwiceCostsOneSentence() throws Exception {
        var shipped = (ObjectNode) YAML.readTree(shipped());
        var definitions = (ArrayNode) shipped.at("/settings/definitions");
        definitions.add(definitions.get(0));
        var file = Files.writeString(folder.resolve("twice.yml"), YAML.writeValueAsString(shipped));
        assertThat(cli.run("check", file.toString())).isFalse();
        assertThat(cli.errors()).contains("setting appSettings is declared more than once");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Eu | jira      | jdbc:sqlite:there.db         | regions: there is no region 'Eu'
            US | jira      | jdbc:sqlite:there.db         | regions: US is app.region itself
            EU | bitbucket | jdbc:sqlite:there.db         | regions: Bitbucket migrates no app
            EU | jira      | jdbc:nothing:here            | storage.url
            EU | jira      |                              | regions: each needs a baseUrl and a storage
            """)
    void aRegionThatMakesNoSenseCostsOneSentence(String region, String product, @Nullable String url, String named)
            throws Exception {
        var shipped = (ObjectNode) YAML.readTree(shipped());
        ((ObjectNode) shipped.at("/app")).put("region", "US").put("product", product);
        shipped.set("storage", YAML.createObjectNode().put("type", "sql").put("url", "jdbc:sqlite:data/tenantry.db"));
        var block = ((ObjectNode) shipped.at("/regions")).putObject(region).put("baseUrl", "https://eu.example.com");
        if (url != null) {
            block.putObject("storage").put("type", "sql").put("url", url);
        }
        var file = Files.writeString(folder.resolve("regions.yml"), YAML.writeValueAsString(shipped));
        assertThat(cli.run("check", file.toString())).isFalse();
        assertThat(cli.errors()).contains(named).startsWith("tenantry: ");
        assertThat(cli.errors().strip().lines()).hasSize(1);
    }

    @Test
    void aSecretInTheWrongPlaceIsNotPrinted() throws Exception {
        assertThat(cli.run("check", file("/service/token", "tell-nobody"))).isFalse();
        assertThat(cli.errors()).doesNotContain("tell-nobody");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tell-nobody", "{\"key\":\"tell-nobody\"}", "{tell-nobody", "tell-nobody\0"})
    void aKeyInTheWrongPlaceIsNotPrinted(String key) throws Exception {
        assertThat(cli.run("check", file("/encryption/keyset", key))).isFalse();
        assertThat(cli.errors()).contains("encryption.keyset").doesNotContain("tell-nobody");
    }

    @Test
    void keysetLiesBesideTheConfigurationOrIsTheValueItself() throws Exception {
        var keyset = Keyset.mint().reveal();
        Files.writeString(folder.resolve("keyset.json"), keyset);
        for (var value : List.of("keyset.json", folder.resolve("keyset.json").toString(), keyset)) {
            assertThat(cli.run("check", file("/encryption/keyset", value)))
                    .as(() -> cli.errors())
                    .isTrue();
        }
    }

    @Test
    void aPasswordInAUrlIsNotPrinted() throws Exception {
        assertThat(cli.run("check", file("/app/baseUrl", "https://user:tell-nobody@app.example")))
                .isFalse();
        assertThat(cli.errors()).doesNotContain("tell-nobody");
    }

    @Test
    void aPortThatIsTakenCostsOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var shipped = (ObjectNode) YAML.readTree(shipped());
            ((ObjectNode) shipped.at("/storage")).put("url", "jdbc:sqlite:" + folder.resolve("tenantry.db"));
            ((ObjectNode) shipped.at("/server/applicationConnectors/0")).put("port", taken.getLocalPort());
            ((ObjectNode) shipped.at("/server/adminConnectors/0")).put("port", 0);
            var file = Files.writeString(folder.resolve("taken.yml"), YAML.writeValueAsString(shipped));
            assertThat(cli.run("server", file.toString())).isFalse();
            assertThat(cli.errors())
                    .contains(String.valueOf(taken.getLocalPort()))
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aMissingFileCostsOneSentence() {
        assertThat(cli.run("check", folder.resolve("nothing.yml").toString())).isFalse();
        assertThat(cli.errors()).contains("nothing.yml").doesNotContain("\tat ");
    }

    @Test
    void anUnreachableServerCostsOneSentence() throws Exception {
        var file = file("/storage/url", "jdbc:postgresql://127.0.0.1:1/nobody");
        assertThat(cli.run("prepare", file)).isFalse();
        assertThat(cli.errors()).startsWith("tenantry: ").doesNotContain("\tat ");
        assertThat(cli.errors().strip().lines()).hasSize(1);
    }
}
