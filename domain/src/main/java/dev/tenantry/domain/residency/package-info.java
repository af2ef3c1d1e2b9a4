/** The rules by which a tenant goes to the storage of another region, and comes back. */
package dev.tenantry.domain.residency;
