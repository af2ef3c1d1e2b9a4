package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.adapters.sql.ClientInfo.Fact;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.testkit.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientInfoTest {

    private static final TenantId ACME = new TenantId("acme");

    private static ClientInfo again(ClientInfo info) {
        return ClientInfo.parse(info.record().id(), info.text());
    }

    private static ClientInfo parse(String text) {
        return ClientInfo.parse(ACME, text);
    }

    private static ClientInfo with(Installation installation) {
        return ClientInfo.of(Fixtures.with(installation, Fixtures.tenant("acme")));
    }

    @Test
    void everythingComesBack() {
        var info = ClientInfo.of(Fixtures.tenant("acme"))
                .with(new Alias("b"), Optional.of(new Fact(Provenance.OPERATOR, Fixtures.INSTALLED_AT)));
        assertThat(again(info)).isEqualTo(info);
    }

    @Test
    void rowOfAceIsLegacy() {
        var record = parse("{\"key\":\"k\",\"clientKey\":\"other\",\"sharedSecret\":\"s\",\"baseUrl\":\"u\"}")
                .record();
        assertThat(record.id()).isEqualTo(ACME);
        assertThat(record.lifecycle()).isEqualTo(Lifecycle.legacy());
        assertThat(record.incarnation()).contains(Incarnation.LEGACY);
        assertThat(record.secrets()).isEqualTo(Secrets.starting(Optional.of(new SharedSecret("s"))));
    }

    @Test
    void memberThatIsNullIsMissing() {
        assertThat(parse("{\"tenantry\":null}")).isEqualTo(parse("{}"));
    }

    @Test
    void emptyObjectIsATenantOfWhichNothingIsKnown() {
        assertThat(parse("{}").record().installation()).isEqualTo(new Installation("", "", "", Map.of(), Map.of()));
    }

    @Test
    void oldRowsHoldTheObjectInAString() {
        assertThat(parse("\"{\\\"key\\\":\\\"k\\\"}\"")).isEqualTo(parse("{\"key\":\"k\"}"));
    }

    @Test
    void emptySecretIsNone() {
        assertThat(parse("{\"sharedSecret\":\"\"}").record().secrets().current())
                .isEmpty();
    }

    @Test
    void unknownMembersKeepTheirTextAndTheirOrder() {
        var text = "{\"z\": 1.0 ,\"a\":12345678901234567890123,\"m\" :{ \"x\" : [1e3 , \"\\u0000\\/\"] },\"n\":null,"
                + "\"t\":true,\"s\":\"\\u00e9\",\"neg\":-0}";
        var unknown = parse(text).record().installation().unknown();
        assertThat(unknown.entrySet())
                .extracting(member -> member.getKey() + "=" + member.getValue().text())
                .containsExactly(
                        "z=1.0",
                        "a=12345678901234567890123",
                        "m={ \"x\" : [1e3 , \"\\u0000\\/\"] }",
                        "n=null",
                        "t=true",
                        "s=\"\\u00e9\"",
                        "neg=-0");
    }

    @Test
    void membersThatDecideAnythingAreAbsentIfTheyAreNoText() {
        assertThat(parse("{\"baseUrl\":5,\"sharedSecret\":{},\"key\":[]}")).isEqualTo(parse("{}"));
    }

    @Test
    void membersOfALaterVersionAreKept() {
        var made = ClientInfo.of(Fixtures.tenant("acme")).text();
        var later = made.replace("\"tenantry\":{", "\"tenantry\":{\"later\":{\"n\": 1.0},");
        var info = parse(later);
        assertThat(info.unknown()).isEqualTo(Map.of("later", "{\"n\": 1.0}"));
        assertThat(again(info.with(Fixtures.reborn(info.record()))).unknown()).isEqualTo(info.unknown());
    }

    @Test
    void secretOfAnUninstalledTenantStandsWhereAceDoesNotLook() {
        var installed = Fixtures.tenant("acme");
        var retired = ClientInfo.of(installed.with(installed.secrets().retire()));
        assertThat(Json.members(retired.text())).doesNotContainKey("sharedSecret");
        assertThat(again(retired).record().secrets().retired())
                .isEqualTo(installed.secrets().current());
    }

    @Test
    void halfASurrogatePairAndControlCharactersComeBack() {
        var fields = Map.of(HostField.DESCRIPTION, "a\uD83D b\uDE00 \0 \u2028 😀");
        var info = with(new Installation("k", "jira", "u", fields, Map.of()));
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(info.text())).isTrue();
        assertThat(again(info)).isEqualTo(info);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "5",
                "[]",
                "hunter2",
                "\"hunter2\"",
                "{\"sharedSecret\":\"hunter2\"",
                "{\"sharedSecret\":\"hunter2\"} x",
                "{\"sharedSecret\":\"hunter2\",\"tenantry\":[]}",
                "{\"sharedSecret\":\"hunter2\",\"tenantry\":{}}",
                "{\"tenantry\":{\"status\":\"hunter2\",\"installedAt\":\"2026-01-01T00:00:00Z\"}}",
                "{\"tenantry\":{\"status\":\"enabled\",\"installedAt\":\"hunter2\"}}",
                "{\"tenantry\":{\"status\":\"enabled\",\"installedAt\":\"2026-01-01T00:00:00Z\",\"incarnation\":\"hunter2\"}}",
                "{\"tenantry\":{\"status\":\"enabled\",\"installedAt\":\"2026-01-01T00:00:00Z\",\"seeds\":{\"a\":1}}}",
                "{\"tenantry\":{\"status\":\"enabled\",\"installedAt\":\"2026-01-01T00:00:00Z\",\"links\":{\"a\":{}}}}",
            })
    void textThatIsNoInstallationNamesItsTenantAndQuotesNothing(String text) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> parse(text))
                .withMessageContaining("acme")
                .withMessageNotContaining("hunter2")
                .withNoCause();
    }
}
