package dev.tenantry.domain.model;

import java.util.Optional;

/**
 * Another name of a tenant: the ARI of a Forge installation, of a site ({@code ari:cloud:jira::site/<cloudId>}) or of a
 * Bitbucket workspace. Opaque, compared and ordered by exact code points.
 *
 * @param value 1 to 255 UTF-16 units, without control characters and lone surrogates
 */
public record Alias(String value) implements Comparable<Alias> {

    /** @throws IllegalArgumentException if the value breaks the rules above */
    public Alias {
        Identifier.require("alias", value);
    }

    /** Returns the alias, or empty if the text cannot be one. */
    static Optional<Alias> parse(String text) {
        try {
            return Optional.of(new Alias(text));
        } catch (IllegalArgumentException notAnAlias) {
            return Optional.empty();
        }
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
