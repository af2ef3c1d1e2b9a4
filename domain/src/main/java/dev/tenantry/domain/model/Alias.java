package dev.tenantry.domain.model;

import java.util.Optional;

/**
 * Another name of a tenant: the ARI of a Forge installation, of a site ({@code ari:cloud:jira::site/<cloudId>}) or of a
 * Bitbucket workspace. Opaque, compared and ordered by exact code points.
 *
 * @param value 1 to 255 UTF-16 units, without control characters and lone surrogates
 */
public record Alias(String value) implements Comparable<Alias> {

    private static final String INSTALLATION = "ari:cloud:ecosystem::installation/";

    /** @throws IllegalArgumentException if the value breaks the rules above */
    public Alias {
        Identifier.require("alias", value);
    }

    /** Returns the alias, or empty if the text cannot be one. */
    public static Optional<Alias> parse(String text) {
        try {
            return Optional.of(new Alias(text));
        } catch (IllegalArgumentException notAnAlias) {
            return Optional.empty();
        }
    }

    /** Returns the ARI of a Forge installation, or empty if the text can be neither its ARI nor its bare id. */
    public static Optional<Alias> installation(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : parse(text.startsWith("ari:") ? text : INSTALLATION + text).filter(Alias::isInstallation);
    }

    /** Returns whether this names a Forge installation, rather than a site or a workspace. */
    public boolean isInstallation() {
        return value.startsWith(INSTALLATION) && value.length() > INSTALLATION.length();
    }

    @Override
    public int compareTo(Alias other) {
        return Identifier.CODE_POINT_ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
