package dev.tenantry.domain.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An alias of a tenant, and how we came to know it.
 *
 * @param alias the other name
 * @param tenant whose name it is
 * @param provenance who told us
 * @param at when, to the millisecond; the epoch for a link that ACE made
 */
public record Link(Alias alias, TenantId tenant, Provenance provenance, Instant at) {

    public Link {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Who told us that an alias belongs to a tenant. */
    public enum Provenance {
        /** ACE wrote it; it says no more. */
        ACE,
        /** A signed {@code installed} callback carried both names. */
        INSTALLED,
        /** The host's reserved app property, or Bitbucket's client key, read as the app. */
        HOST_PROPERTY,
        /** A Forge Invocation Token named it. */
        FORGE,
        /** An operator said so. */
        OPERATOR
    }
}
