package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Makes the links of one tenant exactly the given ones, but never takes an alias from another tenant. */
final class LinksWriter {

    private final Links links;
    private final TenantId tenant;

    LinksWriter(Links links, TenantId tenant) {
        this.links = links;
        this.tenant = tenant;
    }

    /**
     * Returns those that another tenant has.
     *
     * @param stored the tenant's links as they were when it was still certain that nobody else makes any
     */
    List<ForeignLink> write(List<Link> stored, List<Link> wanted) {
        var aliases = wanted.stream().map(Link::alias).collect(Collectors.toSet());
        stored.stream().filter(link -> !aliases.contains(link.alias())).forEach(this::unlink);
        var foreign = new ArrayList<ForeignLink>();
        wanted.stream().filter(link -> !stored.contains(link)).forEach(link -> {
            var owner = links.link(link).orElseThrow(OvertakenException::new);
            if (!owner.equals(tenant)) {
                foreign.add(new ForeignLink(link, owner));
            }
        });
        return foreign;
    }

    private void unlink(Link stranger) {
        if (!links.unlink(stranger)) {
            throw new OvertakenException();
        }
    }
}
