package dev.tenantry.adapters.http.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescriptorTest {

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"JIRA", "CONFLUENCE"})
    void jiraAndConfluenceAreToldAllFourCallbacks(Product product) {
        assertThat(descriptor(product, null)).isEqualTo(json("""
                {"key":"com.example.app","name":"Example","baseUrl":"https://app.example.com/jira",
                 "authentication":{"type":"jwt"},
                 "lifecycle":{"installed":"/installed","uninstalled":"/uninstalled",
                              "enabled":"/enabled","disabled":"/disabled"},
                 "vendor":{"name":"Example","url":"https://app.example.com/jira"},
                 "links":{"self":"https://app.example.com/jira/atlassian-connect.json"},
                 "apiVersion":1,"scopes":["READ"],
                 "apiMigrations":{"signed-install":true,"context-qsh":true,"gdpr":true},"modules":{}}"""));
    }

    @Test
    void bitbucketIsToldWhatItKnows() {
        assertThat(descriptor(Product.BITBUCKET, "{\"apiMigrations\":{\"gdpr\":true}}"))
                .isEqualTo(json("""
                {"key":"com.example.app","name":"Example","baseUrl":"https://app.example.com/jira",
                 "authentication":{"type":"jwt"},
                 "lifecycle":{"installed":"/installed","uninstalled":"/uninstalled"},
                 "vendor":{"name":"Example","url":"https://app.example.com/jira"},
                 "scopes":["account"],"contexts":["account"],"modules":{}}"""));
    }

    @Test
    void templateAddsWhatTheAppAloneKnows() {
        var descriptor = descriptor(Product.JIRA, """
                {"description":"d","vendor":{"name":"V"},"scopes":["ADMIN"],"links":{"homepage":"https://x"},
                 "modules":{"webhooks":[]}}""");

        assertThat(descriptor.get("description").asText()).isEqualTo("d");
        assertThat(descriptor.get("vendor")).isEqualTo(json("{\"name\":\"V\"}"));
        assertThat(descriptor.get("scopes")).isEqualTo(json("[\"ADMIN\"]"));
        assertThat(descriptor.get("links").properties()).hasSize(2);
        assertThat(descriptor.get("modules")).isEqualTo(json("{\"webhooks\":[]}"));
    }

    @Test
    void templateCannotChangeWhatTheServerKnowsBetter() {
        var descriptor = descriptor(Product.JIRA, """
                {"key":"x","baseUrl":"https://evil.example","authentication":{"type":"none"},
                 "lifecycle":{"installed":"https://evil.example"}}""");

        assertThat(descriptor).isEqualTo(descriptor(Product.JIRA, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "{", "null"})
    void templateMustBeAnObject(String template) {
        assertThatIllegalArgumentException().isThrownBy(() -> descriptor(Product.JIRA, template));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JIRA       | []                       | ["READ"]
            JIRA       | ["ACT_AS_USER"]          | ["ACT_AS_USER","READ"]
            JIRA       | ["read"]                 | ["read"]
            JIRA       | ["PROJECT_ADMIN"]        | ["PROJECT_ADMIN"]
            CONFLUENCE | ["write"]                | ["write"]
            BITBUCKET  | ["repository"]           | ["repository","account"]
            BITBUCKET  | ["account:write"]        | ["account:write"]
            """)
    void appThatAsksForAdministratorsMayReadWhoTheyAre(Product product, String scopes, String granted) {
        var template = "{\"scopes\":" + scopes + "}";

        assertThat(descriptor(product, template, Feature.ADMINISTRATOR_CHECK).get("scopes"))
                .isEqualTo(json(granted));
        assertThat(descriptor(product, template).get("scopes")).isEqualTo(json(scopes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JIRA       | , "conditions":[{"condition":"user_is_admin"}]
            CONFLUENCE | , "conditions":[{"condition":"user_is_admin"}], "fullPage":true
            BITBUCKET  | ''
            """)
    void appWithASettingsPageHasItWhereAdministratorsLook(Product product, String more) {
        assertThat(descriptor(product, null, Feature.SETTINGS_PAGE).at("/modules/configurePage"))
                .isEqualTo(json("""
                {"key":"tenantry-configure","name":{"value":"Example settings"},"url":"/settings"%s}""".formatted(more)));
        assertThat(descriptor(product, null).get("modules")).isEmpty();
    }

    @Test
    void settingsPageOfTheTemplateIsTaken() {
        var template = "{\"modules\":{\"configurePage\":{\"key\":\"mine\"}}}";

        assertThat(descriptor(Product.JIRA, template, Feature.SETTINGS_PAGE).at("/modules/configurePage"))
                .isEqualTo(json("{\"key\":\"mine\"}"));
    }

    @Test
    void regionsAreAnnounced() {
        var descriptor = migrating(Optional.empty());
        assertThat(descriptor.at("/lifecycle/dare-migration").asText()).isEqualTo("/dare-migration");
        assertThat(descriptor.at("/lifecycle/installed").asText()).isEqualTo("/installed");
        assertThat(descriptor.get("regionBaseUrls")).isEqualTo(json("{\"EU\":\"https://eu.example.com\"}"));
        assertThat(descriptor.at("/dataResidency/maxMigrationDurationHours").asDouble())
                .isEqualTo(1.5);
    }

    @Test
    void howLongAMigrationMayTakeIsTheTemplates() {
        var descriptor = migrating(Optional.of("{\"dataResidency\":{\"maxMigrationDurationHours\":6}}"));
        assertThat(descriptor.get("dataResidency")).isEqualTo(json("{\"maxMigrationDurationHours\":6}"));
    }

    @Test
    void appOfOneRegionAnnouncesNone() {
        var descriptor = descriptor(Product.JIRA, null);
        assertThat(descriptor.at("/lifecycle/dare-migration").isMissingNode()).isTrue();
        assertThat(descriptor.has("regionBaseUrls")).isFalse();
        assertThat(descriptor.has("dataResidency")).isFalse();
    }

    private static JsonNode migrating(Optional<String> template) {
        var app = new App(
                "com.example.app", Product.JIRA, List.of("https://app.example.com"), Product.JIRA.usualHosts(), false);
        var regions = Map.of(Region.EU, "https://eu.example.com", Region.GLOBAL, "https://app.example.com");
        return json(Descriptor.of(app, "Example", template, Set.of())
                .with(regions)
                .json()
                .text());
    }

    private static JsonNode descriptor(
            Product product, @org.jspecify.annotations.Nullable String template, Feature... features) {
        var app = new App(
                "com.example.app", product, List.of("https://app.example.com/jira/"), product.usualHosts(), false);
        return json(Descriptor.of(app, "Example", Optional.ofNullable(template), Set.of(features))
                .json()
                .text());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
