package dev.tenantry.app.foreign;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.testkit.CollectedTenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AceTenantsTest {

    private static final String INFO = "{\"key\":\"app\",\"clientKey\":\"acme\",\"sharedSecret\":\"hush\","
            + "\"baseUrl\":\"https://acme.atlassian.net\",\"productType\":\"jira\",\"eventType\":\"installed\","
            + "\"future\":{\"n\":[1.0,null]},\"user\":{\"name\":\"somebody\"}}";

    private final List<AceRows.Row> rows = new ArrayList<>();
    private final List<String> aliases = new ArrayList<>();

    /** Rows of one clientKey. */
    private CollectedTenants read(String clientKey, boolean inPlace) {
        return CollectedTenants.of(new AceTenants(
                new AceRows() {
                    @Override
                    public void read(Sink sink) {
                        sink.tenant(clientKey, rows.iterator(), aliases);
                    }

                    @Override
                    public void close() {}
                },
                inPlace));
    }

    private CollectedTenants read(String clientKey) {
        return read(clientKey, false);
    }

    private AceTenantsTest row(String key, String value) {
        rows.add(new AceRows.Row(key, Optional.of(value)));
        return this;
    }

    @Test
    void tenantIsEnabledInTheIncarnationOfAllOfAce() {
        var record = row("clientInfo", INFO).read("acme").record("acme");
        assertThat(record.lifecycle()).isEqualTo(Lifecycle.legacy());
        assertThat(record.incarnation()).contains(Incarnation.LEGACY);
        assertThat(record.secrets().current()).contains(new SharedSecret("hush"));
        assertThat(record.installation().baseUrl()).isEqualTo("https://acme.atlassian.net");
        assertThat(record.installation().field(HostField.EVENT_TYPE)).contains("installed");
        assertThat(record.installation().unknown())
                .containsOnlyKeys("future")
                .containsEntry("future", new JsonText("{\"n\":[1.0,null]}"));
    }

    @Test
    void settingsKeepTheirText() {
        var tenants = row("clientInfo", INFO)
                .row("a", "{\"x\" : 1.0}")
                .row("b", "\"123\"")
                .read("acme");
        assertThat(tenants.settings("acme")).containsExactly(setting("a", "{\"x\" : 1.0}"), setting("b", "\"123\""));
        assertThat(tenants.remarks()).isEmpty();
    }

    @Test
    void jsonInJsonStringsIsUnpacked() {
        var tenants = row("clientInfo", "\"" + INFO.replace("\"", "\\\"") + "\"")
                .row("packed", "\"[1,{\\\"q\\\":2.0}]\"")
                .row("text", "\"{no json\"")
                .read("acme");
        assertThat(tenants.settings("acme"))
                .containsExactly(setting("packed", "[1,{\"q\":2.0}]"), setting("text", "\"{no json\""));
        assertThat(tenants.remarks()).containsExactly("PACKED_VALUE setting packed of tenant acme");
    }

    @Test
    void tokensAndNullsAreLeftOut() {
        rows.add(new AceRows.Row("clientInfo", Optional.of(INFO)));
        rows.add(new AceRows.Row("sqlNull", Optional.empty()));
        var tenants = row("bearer:0123", "{\"token\":{}}").row("null", "null").read("acme");
        assertThat(tenants.settings("acme")).isEmpty();
        assertThat(tenants.remarks())
                .containsExactly(
                        "NULL_VALUE setting sqlNull of tenant acme",
                        "CACHED_TOKEN setting bearer:0123 of tenant acme",
                        "NULL_VALUE setting null of tenant acme");
    }

    @Test
    void whatMakesNoSenseIsNamedAndStopsNothingElse() {
        var tenants = row("clientInfo", INFO)
                .row("broken", "{\"a\":")
                .row("twice", "{\"a\":1,\"a\":2}")
                .row("..", "1")
                .row("fine", "1")
                .read("acme");
        assertThat(tenants.settings("acme")).containsExactly(setting("fine", "1"));
        assertThat(tenants.remarks())
                .satisfiesExactly(
                        broken -> assertThat(broken)
                                .startsWith("SETTING setting broken of tenant acme: This is not JSON"),
                        twice -> assertThat(twice).startsWith("SETTING setting twice of tenant acme: This is not JSON"),
                        dots -> assertThat(dots)
                                .isEqualTo("SETTING setting .. of tenant acme: setting key is reserved"));
    }

    @Test
    void installationThatCannotBeReadIsNamedAndNotQuoted() {
        var tenants = row("clientInfo", "[\"hush\"]").row("a", "1").read("acme");
        assertThat(tenants.records()).isEmpty();
        assertThat(tenants.remarks())
                .singleElement()
                .asString()
                .startsWith("TENANT tenant acme: its clientInfo cannot be read")
                .doesNotContain("hush");
    }

    @Test
    void clientKeyThatCannotBeATenantIsNamed() {
        assertThat(row("clientInfo", INFO).read("x".repeat(256)).remarks())
                .singleElement()
                .asString()
                .endsWith("clientKey must have 1 to 255 characters");
    }

    @Test
    void settingsWithoutInstallationAreNobodys() {
        var tenants = row("a", "1").row("b", "2").read("acme");
        assertThat(tenants.records()).isEmpty();
        assertThat(tenants.remarks())
                .containsExactly("ORPHAN setting a of tenant acme", "ORPHAN setting b of tenant acme");
    }

    @Test
    void tenantWithoutSecretIsCarriedAndNamed() {
        var tenants = row("clientInfo", "{\"clientKey\":\"acme\"}").read("acme");
        assertThat(tenants.record("acme").secrets().current()).isEmpty();
        assertThat(tenants.remarks()).containsExactly("NO_SECRET tenant acme");
    }

    @Test
    void tenantOfOAuthNeedsNoSecret() {
        assertThat(row("clientInfo", "{\"authentication\":\"oauth2\"}")
                        .read("acme")
                        .remarks())
                .isEmpty();
    }

    @Test
    void aliasesBecomeLinks() {
        aliases.add("ari:cloud:ecosystem::installation/1");
        aliases.add("");
        var tenants = row("clientInfo", INFO).read("acme");
        assertThat(tenants.links("acme"))
                .containsExactly(new Link(
                        new Alias("ari:cloud:ecosystem::installation/1"),
                        new TenantId("acme"),
                        Link.Provenance.ACE,
                        Instant.EPOCH));
        assertThat(tenants.remarks()).containsExactly("LINK link  of tenant acme: alias must have 1 to 255 characters");
    }

    @Test
    void whatTenantryHasChangedIsLeftToCopy() {
        row("clientInfo", "{\"sharedSecret\":\"hush\",\"tenantry\":{}}");
        assertThat(read("acme", false).records()).isEmpty();
        assertThat(read("acme", true).records()).hasSize(1);
    }
}
