package dev.tenantry.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.Product;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** What a form makes of a schema where nothing is stored yet. */
@EnabledIf(
        value = "dev.tenantry.app.simulate.Chromium#isWanted",
        disabledReason = "there is no chromium with chromedriver")
class SettingsPageSchemaTest {

    @RegisterExtension
    static final OnStage ON_STAGE = new OnStage(Product.JIRA, """
            {"type":"object","required":["notify","motto","consent"],"properties":{
              "notify":{"type":"boolean","default":true,"title":"Notify"},
              "motto":{"type":"string","title":"Motto"},
              "greetings":{"type":"array","title":"Greetings","items":{"type":"string"}},
              "key":{"type":"string","secret":true,"title":"Key","pattern":"^BEGIN\\\\nk\\\\nEND\\\\n$"},
              "password":{"type":"string","secret":true,"title":"Password","maxLength":6},
              "consent":{"type":"boolean","title":"Consent"},
              "weekly":{"type":"boolean","title":"Weekly"},
              "proxy":{"type":"object","required":["tls"],"properties":{
                "host":{"type":"string","title":"Host"},
                "tls":{"type":"boolean","title":"Encrypted"}}},
              "nickname":{"$ref":"#/$defs/name","title":"Nickname","description":"As friends say.","default":"Bo"},
              "token":{"$ref":"#/$defs/name","secret":true,"title":"Token"},
              "tree":{"$ref":"#/$defs/tree","title":"Oak","required":["root"],"properties":{"root":{"title":"Root"}}}},
             "$defs":{
              "name":{"type":"string","title":"Name"},
              "tree":{"type":"object","title":"Tree","required":["leaf"],"properties":{
                "root":{"type":"boolean"},
                "leaf":{"type":"string","title":"Leaf"},
                "branch":{"$ref":"#/$defs/tree","title":"Branch"}}}}}""");

    /** Keeps all of mine, a number, where theirs is the text that the schema wants. */
    private static final String CONFRONT = """
            const page = name => import(new URL(name, document.querySelector('script[type=module]').src));
            return Promise.all([page('conflict.js'), page('editors.js')]).then(([{ confront }, { FormEditor }]) => {
              const definition = { key: 'k', schema: { properties: { a: { type: 'string' } } } };
              const texts = { stored: '{"a":5}', theirs: '{"a":"5"}' };
              const { rows, next } = confront(definition, new FormEditor(definition, texts.stored), texts);
              rows.forEach(({ leaf, value }) => leaf.adopt(value));
              return next.text().replace(/\\s/g, '');
            })""";

    private final Stage stage = ON_STAGE.stage();
    private final Page page = ON_STAGE.page();

    private void paste(String label, String text) {
        page.field(label).click();
        page.run("return document.execCommand('insertText', false, '" + text + "')");
    }

    private String stored() {
        return stage.stored().replaceAll("\\s", "");
    }

    @Test
    void whatIsRequiredIsSavedAsItIsShown() {
        assertThat(page.find("form").getText()).doesNotContain("Unsaved changes");
        page.saveAndWait();

        assertThat(stored()).isEqualTo("{\"notify\":true,\"motto\":\"\",\"consent\":false}");
    }

    @Test
    void textKeepsItsLines() {
        stage.put("{\"notify\":true,\"motto\":\"a\\nb\",\"consent\":true,\"greetings\":[\"c\\nd\"]}");
        page.open(stage);
        page.field("Motto").sendKeys("!");
        page.find("[aria-label='Greetings, entry 1']").sendKeys("!");
        page.saveAndWait();

        assertThat(stage.stored()).contains("\"a\\nb!\"", "\"c\\nd!\"");
    }

    /** The schema refuses a key without its line breaks, and a password with one. */
    @Test
    void secretKeepsItsLinesAndIsMasked() {
        paste("Key", "BEGIN\\nk\\nEND\\n");
        paste("Password", "secret\\n");
        assertThat(page.field("Key").getCssValue("-webkit-text-security")).isEqualTo("disc");
        page.saveAndWait();

        assertThat(stored()).contains("\"key\":{\"$secret\":true}", "\"password\":{\"$secret\":true}");
    }

    @Test
    void keyThatSavesIsNoPartOfASecret() {
        page.field("Password").sendKeys("secret", Keys.ENTER);
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");

        assertThat(stored()).contains("\"password\":{\"$secret\":true}");
    }

    @Test
    void boxThatOnlyIUntickedIsKeptWhenTheSettingIsDeleted() {
        stage.put("{\"notify\":true,\"motto\":\"m\",\"consent\":true,\"proxy\":{\"tls\":true},\"weekly\":true}");
        page.open(stage);
        page.field("Weekly").click();
        stage.delete();
        page.press("Save");
        page.awaitText(".conflict", "Somebody else deleted this setting meanwhile.");
        page.press("Keep all of mine");
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");

        assertThat(stored()).contains("\"weekly\":false");
    }

    @Test
    void secretThatTheyRemovedIsNotOfferedAsMine() {
        stage.put("{\"notify\":true,\"motto\":\"m\",\"consent\":true,\"password\":\"secret\"}");
        page.open(stage);
        page.type("Motto", "mine");
        stage.merge("{\"password\":null}");
        page.press("Save");
        page.awaitText(".conflict", "Password");
        assertThat(page.find(".conflict").getText()).doesNotContain("A value is stored");
        page.press("Keep all of mine");
        ON_STAGE.browser().switchTo().defaultContent();
        page.awaitText(".flag", "Saved");

        assertThat(stored()).contains("\"motto\":\"mine\"").doesNotContain("password");
    }

    @Test
    void whatStandsBesideAReferenceCounts() {
        stage.put("{\"notify\":true,\"motto\":\"m\",\"consent\":true,\"token\":\"secret\"}");
        page.open(stage);
        assertThat(page.find("form").getText())
                .contains("Nickname", "As friends say. If empty: Bo", "A value is stored. It is never shown.");
        assertThat(page.field("Token").isDisplayed()).isFalse();
    }

    @Test
    void objectsUnitedByAReferenceHaveTheMembersOfBoth() {
        assertThat(page.find("form").getText()).contains("Oak").doesNotContain("Tree");
        assertThat(page.field("Branch").getDomAttribute("class")).isEqualTo("code");
        page.type("Leaf", "green");
        page.saveAndWait();

        assertThat(stored()).contains("\"tree\":{\"root\":false,\"leaf\":\"green\"}");
    }

    /** What was stored before there was a schema has another field than what fits it. */
    @Test
    void versionsWithOtherFieldsAreComparedAsTexts() {
        assertThat(page.run(CONFRONT)).isEqualTo("{\"a\":5}");
    }

    @Test
    void whatIsRequiredInAGroupIsSavedWithTheGroup() {
        page.type("Host", "proxy.example.com");
        page.saveAndWait();

        assertThat(stored()).contains("\"proxy\":{\"host\":\"proxy.example.com\",\"tls\":false}");
    }
}
