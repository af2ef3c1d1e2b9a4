package dev.tenantry.domain.model;

import java.util.List;
import java.util.Locale;

/** The host product that the app is for; one app serves one. */
public enum Product {
    /** Jira Cloud. */
    JIRA,
    /** Confluence Cloud. */
    CONFLUENCE,
    /** Bitbucket Cloud. */
    BITBUCKET;

    /** Returns the {@code productType} of its callbacks. */
    public String productType() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name as people know it. */
    public String displayName() {
        return name().charAt(0) + productType().substring(1);
    }

    /** Returns the hosts that its sites have unless the operator says otherwise. */
    public AllowedHosts usualHosts() {
        return switch (this) {
            case JIRA, CONFLUENCE -> AllowedHosts.of(List.of("*.atlassian.net", "*.jira.com"));
            case BITBUCKET -> AllowedHosts.of(List.of("bitbucket.org", "api.bitbucket.org"));
        };
    }

    /**
     * Returns whether the host signs {@code installed} and {@code uninstalled} with a key of its own (RS256). Bitbucket
     * signs them with the secret of the installation before (HS256), and the very first not at all.
     */
    public boolean hasInstallKeys() {
        return this != BITBUCKET;
    }
}
