package dev.tenantry.app.config;

import dev.tenantry.domain.model.ForgeApp;
import dev.tenantry.domain.model.Loopback;
import java.util.Optional;

/**
 * The {@code app.forge} block of config.yml.
 *
 * @param appId the app's ARI on Forge, or its UUID; empty if the app is not on Forge
 * @param jwksUrl where Forge publishes its keys; Atlassian's public cloud if absent
 * @param icLabel the Isolated Cloud whose keys those are; empty for the public cloud
 * @param apiUrl where the host's API is asked who an installation was; Atlassian's if absent, and else a loopback address,
 *     because it gets the tokens of installations
 * @param storageUrl where the API of Forge's key-value store is; Atlassian's public cloud if absent
 */
public record ForgeBlock(String appId, HttpUrl jwksUrl, String icLabel, HttpUrl apiUrl, HttpUrl storageUrl) {

    private static final HttpUrl PUBLIC =
            HttpUrl.parse("https://forge.cdn.prod.atlassian-dev.net/.well-known/jwks.json");

    private static final HttpUrl PUBLIC_API = HttpUrl.parse("https://api.atlassian.com");
    private static final HttpUrl STORAGE = HttpUrl.parse("https://api.atlassian.com/forge/storage/kvs");

    static final ForgeBlock OFF = new ForgeBlock("", PUBLIC, "", PUBLIC_API, STORAGE);

    /** Jackson passes null for an absent key. */
    public ForgeBlock {
        appId = appId == null ? "" : appId;
        jwksUrl = jwksUrl == null ? PUBLIC : jwksUrl;
        icLabel = icLabel == null ? "" : icLabel;
        apiUrl = apiUrl == null ? PUBLIC_API : apiUrl;
        storageUrl = storageUrl == null ? STORAGE : storageUrl;
        requireTrustworthy("jwksUrl", jwksUrl);
        requireTrustworthy("storageUrl", storageUrl);
        if (!icLabel.isEmpty() && jwksUrl.equals(PUBLIC)) {
            throw new IllegalArgumentException("app.forge.icLabel needs the app.forge.jwksUrl of that cloud");
        }
        if (!apiUrl.equals(PUBLIC_API) && !Loopback.isLoopback(apiUrl.value().getHost())) {
            throw new IllegalArgumentException("app.forge.apiUrl must be " + PUBLIC_API + ", or a loopback address");
        }
        requireApp(appId, icLabel);
    }

    private static void requireTrustworthy(String name, HttpUrl url) {
        if (!url.isTrustworthy()) {
            throw new IllegalArgumentException("app.forge." + name + " must be https, or http to a loopback address");
        }
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
