package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;

/**
 * A link that could not be made, because its alias is another tenant's in the target.
 *
 * @param link the link
 * @param owner whose alias it is
 */
public record ForeignLink(Link link, TenantId owner) {}
