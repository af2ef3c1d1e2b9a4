package dev.tenantry.domain.token;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgeSite;
import java.util.List;
import java.util.Optional;

/**
 * What Forge says about one call of the app's remote.
 *
 * @param installation the ARI of the installation that calls
 * @param sites where it is installed; empty if Forge did not say
 * @param siteUrl the site's address as a page sees it; empty outside of pages. It can be renamed and proves nothing
 * @param apiBaseUrl where the host's API is for this installation; empty if Forge did not say
 * @param appVersion the app's version; empty if Forge did not say
 * @param principal the user's Atlassian account; empty if no user calls, but the app itself
 */
public record Invocation(
        Alias installation,
        List<ForgeSite> sites,
        String siteUrl,
        String apiBaseUrl,
        String appVersion,
        Optional<String> principal) {

    public Invocation {
        sites = List.copyOf(sites);
    }

    /**
     * Returns whether a page calls, for a user who may be nobody in particular. What a page sends is what somebody with a
     * browser chose: the path of the call, too, unless the endpoint of the manifest fixes it.
     */
    public boolean isFromPage() {
        return principal.isPresent() || !siteUrl.isEmpty();
    }
}
