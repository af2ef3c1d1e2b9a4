package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far one tenant has come on its way to Forge.
 *
 * @param tenant who
 * @param product its {@code productType}; empty if the host named none
 * @param baseUrl where its site is; empty if the host named none
 * @param kind in a word
 * @param lastSeen when a Forge installation of it last told that it is there; empty if none is
 * @param links all its aliases
 * @param candidates installations that may be its own, each unlinked and a tenant of its own
 */
public record TenantLinks(
        TenantId tenant,
        String product,
        String baseUrl,
        Kind kind,
        Optional<Instant> lastSeen,
        List<Link> links,
        List<Candidate> candidates) {

    public TenantLinks {
        links = List.copyOf(links);
        candidates = List.copyOf(candidates);
    }

    /** How far a tenant has come. */
    public enum Kind {
        /** A Connect tenant with a Forge installation. */
        LINKED,
        /** A Connect tenant without one, for which there are candidates. */
        CANDIDATE,
        /** A Connect tenant without any. */
        UNLINKED,
        /** A tenant that only Forge knows. */
        FORGE_ONLY
    }

    /**
     * An installation that may belong to the tenant. An operator decides.
     *
     * @param installation its ARI
     * @param evidence why, the stronger first; not empty
     */
    public record Candidate(Alias installation, List<Evidence> evidence) {
        public Candidate {
            evidence = List.copyOf(evidence);
        }
    }

    /** Why an installation may belong to a tenant; the stronger first. The last two prove nothing. */
    public enum Evidence {
        /** Connect's signed callback names it. It is not linked because both have settings of their own. */
        NAMED_BY_CONNECT,
        /** Both are installed on the site with the same ARI. */
        SAME_SITE,
        /** Both were seen under the same host name, which can be renamed and used again. */
        SAME_HOST
    }
}
