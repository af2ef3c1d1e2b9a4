package dev.tenantry.adapters.http.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.model.ForgeSite;
import dev.tenantry.domain.token.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an invocation token says about its call. What decides anything must be there and be text; what only
 * describes is left out if it is not what it should be.
 */
final class InvocationParser {

    private static final int MAX_SITES = 20;

    private InvocationParser() {}

    static Invocation parse(JsonNode payload) {
        var app = payload.path("app");
        return new Invocation(
                installation(app),
                sites(app.path("installation").path("contexts")),
                text(payload.path("context").path("siteUrl")),
                text(app.path("apiBaseUrl")),
                text(app.path("appVersion")),
                principal(payload.path("principal")));
    }

    /** Returns the Isolated Cloud; a label that is none is refused, because operators build addresses from them. */
    static Optional<String> icLabel(JsonNode payload) {
        var label = payload.path("icLabel");
        if (isAbsent(label)) {
            return Optional.empty();
        }
        if (!ForgeApp.isLabel(label.asText(""))) {
            throw refused("icLabel");
        }
        return Optional.of(label.asText());
    }

    /** Newer tokens say it in {@code installation.id}; where both places say it, they must say the same. */
    private static Alias installation(JsonNode app) {
        var named = new ArrayList<String>();
        for (var place :
                List.of(app.path("installationId"), app.path("installation").path("id"))) {
            Optional.of(text(place)).filter(name -> !name.isEmpty()).ifPresent(named::add);
        }
        var installations = named.stream().map(Alias::installation).distinct().toList();
        if (installations.size() != 1) {
            throw refused("app.installationId");
        }
        return installations.get(0).orElseThrow(() -> refused("app.installationId"));
    }

    private static List<ForgeSite> sites(JsonNode contexts) {
        var sites = new ArrayList<ForgeSite>();
        for (var context : contexts) {
            var id = context.hasNonNull("cloudId") ? context.path("cloudId") : context.path("workspaceId");
            ForgeSite.parse(text(context.path("name")), text(id))
                    .filter(site -> sites.size() < MAX_SITES)
                    .ifPresent(sites::add);
        }
        return sites;
    }

    /** Whoever is named is a user, whatever the name is: only a call that names nobody is the app's own. */
    private static Optional<String> principal(JsonNode principal) {
        if (isAbsent(principal)) {
            return Optional.empty();
        }
        return Optional.of(Optional.ofNullable(principal.textValue()).orElseThrow(() -> refused("principal")));
    }

    private static String text(JsonNode node) {
        return Optional.ofNullable(node.textValue()).orElse("");
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static UnauthenticatedException refused(String claim) {
        return new UnauthenticatedException("the claim " + claim + " is missing or malformed");
    }
}
