/** The rules by which tenants go from one backend to another, whole or not at all. */
package dev.tenantry.domain.move;
