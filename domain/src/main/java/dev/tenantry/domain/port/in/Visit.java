package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.Installation;

/**
 * A page or a webhook that a site asked for.
 *
 * @param access what it may act on
 * @param site what the host last told about the site, which says where the page may be shown
 */
public record Visit(Access access, Installation site) {}
