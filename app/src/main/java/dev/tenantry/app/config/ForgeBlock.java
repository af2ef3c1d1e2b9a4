package dev.tenantry.app.config;

import dev.tenantry.domain.model.ForgeApp;
import java.util.Optional;

/**
 * The {@code app.forge} block of config.yml.
 *
 * @param appId the app's ARI on Forge, or its UUID; empty if the app is not on Forge
 * @param jwksUrl where Forge publishes its keys; Atlassian's public cloud if absent
 * @param icLabel the Isolated Cloud whose keys those are; empty for the public cloud
 */
public record ForgeBlock(String appId, HttpUrl jwksUrl, String icLabel) {

    private static final HttpUrl PUBLIC =
            HttpUrl.parse("https://forge.cdn.prod.atlassian-dev.net/.well-known/jwks.json");

    static final ForgeBlock OFF = new ForgeBlock("", PUBLIC, "");

    /** Jackson passes null for an absent key. */
    public ForgeBlock {
        appId = appId == null ? "" : appId;
        jwksUrl = jwksUrl == null ? PUBLIC : jwksUrl;
        icLabel = icLabel == null ? "" : icLabel;
        if (!jwksUrl.isTrustworthy()) {
            throw new IllegalArgumentException("app.forge.jwksUrl must be https, or http to a loopback address");
        }
        if (!icLabel.isEmpty() && jwksUrl.equals(PUBLIC)) {
            throw new IllegalArgumentException("app.forge.icLabel needs the app.forge.jwksUrl of that cloud");
        }
        requireApp(appId, icLabel);
    }

    private static void requireApp(String appId, String icLabel) {
        try {
            toApp(appId, icLabel);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("app.forge: " + malformed.getMessage(), malformed);
        }
    }

    private static Optional<ForgeApp> toApp(String appId, String icLabel) {
        return appId.isEmpty() ? Optional.empty() : Optional.of(new ForgeApp(appId, icLabel));
    }

    /** Returns the app as Forge knows it, or empty if it does not. */
    public Optional<ForgeApp> toApp() {
        return toApp(appId, icLabel);
    }
}
