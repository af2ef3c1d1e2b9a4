package dev.tenantry.adapters.http.page;

import static java.util.stream.Collectors.joining;

import dev.tenantry.adapters.http.html.Assets;
import dev.tenantry.adapters.http.html.Template;
import dev.tenantry.adapters.http.json.Quoted;
import dev.tenantry.adapters.http.problem.ProblemMapper;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingDefinition;
import java.util.List;
import java.util.Map;

/**
 * Writes the two documents: the page, which has no data of a tenant in it and whose script asks for them, and the one that
 * stands in its place where it may not be shown.
 */
public final class SettingsPages {

    private final Template page = Template.beside(SettingsPages.class, "page.html");
    private final Template elsewhere = Template.beside(SettingsPages.class, "elsewhere.html");
    private final Assets assets;
    private final App app;
    private final String appName;
    private final PageOptions options;

    /** @param appName how people know the app */
    public SettingsPages(Assets assets, App app, String appName, PageOptions options) {
        this.assets = assets;
        this.app = app;
        this.appName = appName;
        this.options = options;
    }

    PagePolicy policy() {
        return new PagePolicy(options.hostScript());
    }

    String challenge() {
        return ProblemMapper.challenge("JWT", app.key());
    }

    String page(Texts texts) {
        return page.fill(Map.of(
                "language", texts.language(),
                "assets", assets.path(),
                "title", texts.say("title", appName),
                "hostScript", options.hostScript().toString(),
                "loading", texts.say("loading", ""),
                "noScript", texts.say("noScript", ""),
                "data", data(texts)));
    }

    /** @param reason the name of the text that says why there is no page */
    String elsewhere(Texts texts, String reason) {
        return elsewhere.fill(Map.of(
                "language", texts.language(),
                "assets", assets.path(),
                "title", texts.say("title", appName),
                "heading", texts.say(reason + "Heading", ""),
                "text", texts.say(reason, app.product().displayName())));
    }

    private String data(Texts texts) {
        return "{\"api\":" + Quoted.of(app.basePath() + "/api/settings")
                + ",\"language\":" + Quoted.of(texts.language())
                + ",\"texts\":" + texts.texts()
                + ",\"definitions\":" + definitions(options.definitions()) + '}';
    }

    private static String definitions(List<SettingDefinition> definitions) {
        return definitions.stream().map(SettingsPages::definition).collect(joining(",", "[", "]"));
    }

    private static String definition(SettingDefinition definition) {
        return "{\"key\":" + Quoted.of(definition.key().value())
                + ",\"title\":" + Quoted.of(definition.title())
                + ",\"description\":" + Quoted.of(definition.description())
                + ",\"schema\":" + definition.schema().map(JsonText::text).orElse("true") + '}';
    }
}
