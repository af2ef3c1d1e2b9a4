package dev.tenantry.adapters.http.forge;

import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.port.in.ForgeNews;
import java.util.Optional;

/**
 * The body of a lifecycle event. Forge's documentation shows it bare in one place and inside a member {@code payload} in
 * another, so both are taken; what it says beside this is not looked at.
 *
 * @param news what happened
 * @param installation the installation that the body names, or empty if it names none
 */
record ForgeEvent(ForgeNews news, Optional<String> installation) {

    private static final String INSTALLED = "avi:forge:installed:app";

    static ForgeEvent parse(byte[] body) {
        if (!(StrictJson.tree(StrictJson.text(body)) instanceof JsonObject outer)) {
            throw invalid("The body must be a JSON object.");
        }
        var event = outer.find("payload")
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .orElse(outer);
        return new ForgeEvent(news(text(event, "eventType").orElse(INSTALLED)), text(event, "id"));
    }

    /** A body about another installation has come to the wrong place, or its token has. */
    void requireAbout(Alias called) {
        if (installation
                .filter(named -> !Alias.installation(named).equals(Optional.of(called)))
                .isPresent()) {
            throw new RejectedException(ErrorCode.FORBIDDEN, "The body is about another installation than the token.");
        }
    }

    /** Forge does not promise the third; where it comes, it says no more than that the app is leaving. */
    private static ForgeNews news(String eventType) {
        return switch (eventType) {
            case INSTALLED -> ForgeNews.INSTALLED;
            case "avi:forge:upgraded:app" -> ForgeNews.UPGRADED;
            case "avi:forge:uninstalled:app" -> ForgeNews.PRE_UNINSTALL;
            default -> throw invalid("The eventType is not that of a lifecycle event.");
        };
    }

    private static Optional<String> text(JsonObject object, String name) {
        return object.find(name).filter(JsonLeaf.Text.class::isInstance).map(value -> ((JsonLeaf.Text) value).value());
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(ErrorCode.INVALID_REQUEST, detail);
    }
}
