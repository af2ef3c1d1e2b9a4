package dev.tenantry.adapters.http.landing;

import dev.tenantry.adapters.http.html.Assets;
import dev.tenantry.adapters.http.html.Template;
import dev.tenantry.domain.model.App;
import java.util.Map;

/** The landing page: one document without scripts. */
public final class LandingPage {

    private final Template template = Template.beside(LandingPage.class, "landing.html");
    private final App app;
    private final String name;
    private final Assets assets;

    /** @param name how people know the app */
    public LandingPage(App app, String name, Assets assets) {
        this.app = app;
        this.name = name;
        this.assets = assets;
    }

    String render(boolean healthy) {
        return template.fill(Map.of(
                "name", name,
                "key", app.key(),
                "product", app.product().displayName(),
                "baseUrl", app.baseUrls().get(0),
                "basePath", app.basePath(),
                "assets", assets.path(),
                "health", healthy ? "Healthy" : "Cannot do its work now; see its log",
                "state", healthy ? "success" : "danger"));
    }
}
