package dev.tenantry.app.config;

import dev.tenantry.domain.model.AllowedHosts;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.Region;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code app} block of config.yml.
 *
 * @param key the app's key in the descriptor
 * @param name what people see
 * @param product the host product
 * @param baseUrl where hosts reach the app
 * @param region the region of this deployment; empty if it is none in particular
 * @param allowedBaseUrls more URLs that a token's audience may name
 * @param allowedHosts where sites may be; empty for the product's usual places
 * @param installKeysUrl where the host publishes install keys
 * @param unsignedFirstInstall whether Bitbucket's unsigned first install is believed
 * @param hostScriptUrl where browsers find the host's own script; empty for the product's usual place
 * @param descriptorTemplate a JSON file to start the descriptor from; empty for none
 * @param forge the app's place on Forge; off if absent
 */
public record AppBlock(
        @NotBlank @Size(max = 64) @Pattern(regexp = "[A-Za-z0-9._-]+")
        String key,

        @NotBlank String name,
        @NotNull Product product,
        @NotNull HttpUrl baseUrl,
        String region,
        TextList allowedBaseUrls,
        TextList allowedHosts,
        @NotNull HttpUrl installKeysUrl,
        boolean unsignedFirstInstall,
        String hostScriptUrl,
        String descriptorTemplate,
        ForgeBlock forge) {

    private static final String ATLASSIANS_SCRIPT = "https://connect-cdn.atl-paas.net/all.js";
    private static final String BITBUCKETS_SCRIPT = "https://bitbucket.org/atlassian-connect/all.js";

    /** Jackson passes null for an absent key. An unusable list fails here, and does not wait for the first callback. */
    public AppBlock {
        allowedBaseUrls = allowedBaseUrls == null ? TextList.EMPTY : allowedBaseUrls;
        allowedHosts = allowedHosts == null ? TextList.EMPTY : allowedHosts;
        region = region == null ? "" : region;
        hostScriptUrl = hostScriptUrl == null ? "" : hostScriptUrl;
        descriptorTemplate = descriptorTemplate == null ? "" : descriptorTemplate;
        forge = forge == null ? ForgeBlock.OFF : forge;
        ownRegion(region);
        AllowedHosts.of(allowedHosts.values());
        allowedBaseUrls.values().forEach(HttpUrl::parse);
        if (installKeysUrl != null && !installKeysUrl.isTrustworthy()) {
            throw new IllegalArgumentException("app.installKeysUrl must be https, or http to a loopback address");
        }
        if (!hostScriptUrl.isEmpty() && !HttpUrl.parse(hostScriptUrl).isTrustworthy()) {
            throw new IllegalArgumentException("app.hostScriptUrl must be https, or http to a loopback address");
        }
    }

    private static Optional<Region> ownRegion(String name) {
        return name.isEmpty() ? Optional.empty() : Optional.of(RegionsBlock.region("app.region", name));
    }

    /** Returns the region of this deployment, or empty if it is none in particular. */
    public Optional<Region> ownRegion() {
        return ownRegion(region);
    }

    /** Returns where browsers find the host's own script, which the settings page loads. */
    public URI hostScript() {
        return hostScriptUrl.isEmpty()
                ? URI.create(product == Product.BITBUCKET ? BITBUCKETS_SCRIPT : ATLASSIANS_SCRIPT)
                : HttpUrl.parse(hostScriptUrl).value();
    }

    /** Returns the app as the domain knows it. */
    public App toApp() {
        var hosts = allowedHosts.values().isEmpty() ? product.usualHosts() : AllowedHosts.of(allowedHosts.values());
        var urls = Stream.concat(Stream.of(baseUrl.value().toString()), allowedBaseUrls.values().stream())
                .toList();
        return new App(key, product, urls, hosts, unsignedFirstInstall);
    }

    /**
     * Returns what the descriptor's template file holds, or empty if there is none.
     *
     * @throws IllegalArgumentException if the file cannot be read
     */
    public Optional<String> readDescriptorTemplate() {
        if (descriptorTemplate.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(Path.of(descriptorTemplate)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("app.descriptorTemplate: cannot read " + descriptorTemplate, unreadable);
        }
    }
}
