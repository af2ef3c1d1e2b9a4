/** The rules of the export into Forge's hosted storage. */
package dev.tenantry.domain.hosted;
