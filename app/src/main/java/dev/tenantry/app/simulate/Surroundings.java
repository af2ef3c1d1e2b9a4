package dev.tenantry.app.simulate;

import dev.tenantry.domain.model.Product;
import java.net.URI;
import java.util.Optional;

/**
 * What a server must know of the host that is played.
 *
 * @param product which host product
 * @param installKeys where its install key lies
 * @param window where people see it; empty if nobody does
 */
record Surroundings(Product product, URI installKeys, Optional<StandInHost> window) {

    /** Returns where sites of this host may be, as {@code app.allowedHosts}. */
    String allowedHosts() {
        return product.usualHosts()
                + window.map(StandInHost::url)
                        .map(url -> ", " + url.getAuthority())
                        .orElse("");
    }
}
