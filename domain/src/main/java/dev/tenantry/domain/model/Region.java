package dev.tenantry.domain.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * Where a customer may want the data of a site to be, under the names that Atlassian gives its realms.
 *
 * <p>Source: Atlassian, "Set up remotes for data residency realm pinning".
 */
public enum Region {
    /** Wherever Atlassian chooses. */
    GLOBAL,
    /** Australia. */
    AU,
    /** Canada. */
    CA,
    /** Switzerland. */
    CH,
    /** Germany. */
    DE,
    /** The European Union. */
    EU,
    /** The United Kingdom. */
    GB,
    /** India. */
    IN,
    /** Japan. */
    JP,
    /** South Korea. */
    KR,
    /** Singapore. */
    SG,
    /** The United States of America. */
    US;

    private static final String GLOBAL_NAME = "global";

    /** Returns the region of this exact name, or empty if there is none. */
    public static Optional<Region> named(String name) {
        return Arrays.stream(values())
                .filter(region -> region.toString().equals(name))
                .findFirst();
    }

    /** Returns the name that Atlassian writes: in capitals, but for {@code global}. */
    @Override
    public String toString() {
        return this == GLOBAL ? GLOBAL_NAME : name();
    }
}
