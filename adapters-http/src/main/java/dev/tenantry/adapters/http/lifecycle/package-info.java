/** The host's callbacks about the life of a tenant, and their bodies. */
package dev.tenantry.adapters.http.lifecycle;
