package dev.tenantry.domain.model;

import java.net.URI;
import java.util.List;

/**
 * The Connect app that this server serves; one for each process.
 *
 * @param key its key in the descriptor
 * @param product the host product that it is for
 * @param baseUrls the URLs under which hosts know it, the descriptor's first; none ends with a slash
 * @param allowedHosts where its sites may be
 * @param unsignedFirstInstall whether Bitbucket's unsigned first install is believed
 */
public record App(
        String key, Product product, List<String> baseUrls, AllowedHosts allowedHosts, boolean unsignedFirstInstall) {

    private static final String BITBUCKET_URL = "https://bitbucket.org";

    /** @throws IllegalArgumentException if there is no base URL */
    public App {
        baseUrls = baseUrls.stream().map(App::withoutTrailingSlash).toList();
        if (baseUrls.isEmpty()) {
            throw new IllegalArgumentException("an app needs a base URL");
        }
    }

    /** Returns the path of the base URL, under which all routes lie; empty for the root. */
    public String basePath() {
        return URI.create(baseUrls.get(0)).getRawPath();
    }

    /** Returns whether one of these audiences is this app; one trailing slash is no difference. */
    public boolean isMeantBy(List<String> audience) {
        return audience.stream().map(App::withoutTrailingSlash).anyMatch(baseUrls::contains);
    }

    /**
     * Returns whether an unsigned call may be the first install of this tenant: only if the operator opted in, only from
     * Bitbucket, and only under the clientKey that Bitbucket derives from the workspace and this app.
     *
     * @param workspace the {@code uuid} of the payload's {@code principal}
     */
    public boolean admitsUnsigned(TenantId tenant, String baseUrl, String workspace) {
        var derived = "ari:cloud:bitbucket::app/" + workspace + "/" + key;
        return unsignedFirstInstall
                && product == Product.BITBUCKET
                && !workspace.isEmpty()
                && tenant.value().equals(derived)
                && baseUrl.equals(BITBUCKET_URL);
    }

    private static String withoutTrailingSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }
}
