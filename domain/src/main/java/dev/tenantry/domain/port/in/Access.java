package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.Life;

/**
 * What an authenticated request may act on.
 *
 * @param life the tenant, in the life that it had when the request was authenticated
 * @param caller who acts
 */
public record Access(Life life, Caller caller) {}
