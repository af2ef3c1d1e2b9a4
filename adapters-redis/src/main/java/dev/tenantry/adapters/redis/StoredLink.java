package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A link as it is stored under its alias: {@code <birth> <provenance> <time> <tenant>}.
 *
 * @param link what it says
 * @param birth of the record for which it was made; it counts as long as the tenant has that one
 */
record StoredLink(Link link, String birth) {

    private static final int PARTS = 4;

    /** @throws StorageException if the text makes no sense */
    static StoredLink read(Alias alias, String text) {
        var parts = text.split(" ", PARTS);
        try {
            var provenance = Provenance.valueOf(parts[1].toUpperCase(Locale.ROOT));
            return new StoredLink(
                    new Link(alias, new TenantId(parts[3]), provenance, Instant.parse(parts[2])), parts[0]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new StorageException("what is stored under alias " + alias + " is no link");
        }
    }

    String text() {
        var provenance = link.provenance().name().toLowerCase(Locale.ROOT);
        return String.join(
                " ", birth, provenance, link.at().toString(), link.tenant().value());
    }

    /** Returns whether it counts for a tenant whose record has this birth. */
    boolean isOf(Optional<String> born) {
        return born.equals(Optional.of(birth));
    }
}
