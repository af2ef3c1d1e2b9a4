package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstallationTest {

    private static Installation with(Map<HostField, String> fields, Map<String, JsonText> unknown) {
        return new Installation("app", "jira", "https://example.atlassian.net", fields, unknown);
    }

    private static Map<String, JsonText> members(String... names) {
        var members = new LinkedHashMap<String, JsonText>();
        List.of(names).forEach(name -> members.put(name, new JsonText("1")));
        return members;
    }

    @Test
    void unknownMembersKeepTheOrderOfThePayload() {
        assertThat(with(Map.of(), members("z", "a", "m")).unknown()).containsOnlyKeys("z", "a", "m");
        assertThat(with(Map.of(), members("z", "a", "m")).unknown().keySet()).containsExactly("z", "a", "m");
    }

    @Test
    void personalDataAndTokensAreNeverKept() {
        var installation = with(Map.of(), members("accountId", "user", "jwt", "sharedSecret", "new"));
        assertThat(installation.unknown()).containsOnlyKeys("new");
    }

    @Test
    void memberThatHasAPlaceOfItsOwnIsNotUnknown() {
        var installation = with(
                Map.of(HostField.CLOUD_ID, "c"), members("clientKey", "key", "baseUrl", "cloudId", "tenantry", "Key"));
        assertThat(installation.unknown()).containsOnlyKeys("Key");
    }

    @Test
    void knownMemberThatCameWithoutBeingTextIsNotLost() {
        assertThat(with(Map.of(), members("pluginsVersion")).unknown()).containsOnlyKeys("pluginsVersion");
    }

    @Test
    void unknownMembersNeverPrintAndSecretOnesAreNotShown() {
        var unknown = Map.of("consumer", new JsonText("{\"secret\":\"s\"}"), "more", new JsonText("1"));
        assertThat(with(Map.of(), unknown).toString()).contains("consumer").doesNotContain("\"s\"");
        assertThat(with(Map.of(), unknown).withoutSecrets().unknown()).containsOnlyKeys("more");
    }

    @Test
    void newerPayloadReplacesEverythingElse() {
        var older = with(Map.of(HostField.DESCRIPTION, "old", HostField.EVENT_TYPE, "installed"), members("gone"));
        var newer = with(Map.of(HostField.DESCRIPTION, "new"), members("came"));
        assertThat(newer.replacing(older)).isEqualTo(newer);
    }

    @Test
    void installationIdIsNotErasedByAbsence() {
        var older = with(Map.of(HostField.INSTALLATION_ID, "ari:1"), Map.of());
        var newer = with(Map.of(HostField.DESCRIPTION, "new"), Map.of());
        assertThat(newer.replacing(older).fields())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(HostField.DESCRIPTION, "new", HostField.INSTALLATION_ID, "ari:1"));
    }

    @Test
    void installationIdIsReplacedByAnother() {
        var older = with(Map.of(HostField.INSTALLATION_ID, "ari:1"), Map.of());
        var newer = with(Map.of(HostField.INSTALLATION_ID, "ari:2"), Map.of());
        assertThat(newer.replacing(older).forgeInstallation()).contains(new Alias("ari:2"));
    }

    @Test
    void installationIdThatCannotBeAnAliasNamesNone() {
        assertThat(with(Map.of(HostField.INSTALLATION_ID, "x".repeat(256)), Map.of())
                        .forgeInstallation())
                .isEmpty();
        assertThat(with(Map.of(HostField.INSTALLATION_ID, ""), Map.of()).forgeInstallation())
                .isEmpty();
    }
}
