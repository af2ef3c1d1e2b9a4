package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one {@code clientInfo} row says.
 *
 * @param record the tenant's record
 * @param links when and from whom we know the tenant's aliases; says nothing of an alias that only ACE knows
 * @param unknown members of {@code tenantry} that a later version may have written, as JSON text
 */
record ClientInfo(TenantRecord record, Map<Alias, Fact> links, Map<String, String> unknown) {

    /**
     * How we came to know an alias.
     *
     * @param provenance who told us
     * @param at when
     */
    record Fact(Provenance provenance, Instant at) {

        /** What is known of a link that ACE made. */
        static final Fact UNKNOWN = new Fact(Provenance.ACE, Instant.EPOCH);

        static Fact of(Link link) {
            return new Fact(link.provenance(), link.at());
        }

        Link link(Alias alias, TenantId tenant) {
            return new Link(alias, tenant, provenance, at);
        }
    }

    ClientInfo {
        links = Collections.unmodifiableMap(new TreeMap<>(links));
        unknown = Collections.unmodifiableMap(new LinkedHashMap<>(unknown));
    }

    /** Returns what is said of a tenant that has no row yet. */
    static ClientInfo of(TenantRecord record) {
        return new ClientInfo(record, Map.of(), Map.of());
    }

    /**
     * Reads a row.
     *
     * @throws StorageException if it makes no sense; names the tenant and quotes nothing
     */
    static ClientInfo parse(TenantId tenant, String text) {
        try {
            return new ClientInfoReader(tenant, text).read();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new StorageException(
                    "the clientInfo of tenant " + tenant + " is not what an installation looks like");
        }
    }

    /** Returns the row's value. */
    String text() {
        return ClientInfoWriter.write(this);
    }

    ClientInfo with(TenantRecord next) {
        return new ClientInfo(next, links, unknown);
    }

    /** Returns the same with the fact about one alias replaced, or forgotten. */
    ClientInfo with(Alias alias, Optional<Fact> fact) {
        var changed = new TreeMap<>(links);
        fact.ifPresentOrElse(known -> changed.put(alias, known), () -> changed.remove(alias));
        return new ClientInfo(record, changed, unknown);
    }

    /** Returns how we came to know one of the tenant's aliases. */
    Fact fact(Alias alias) {
        return links.getOrDefault(alias, Fact.UNKNOWN);
    }
}
