/** The rules by which settings go into Forge's hosted storage: what fits, under which keys, and how much at a time. */
package dev.tenantry.domain.hosted;
