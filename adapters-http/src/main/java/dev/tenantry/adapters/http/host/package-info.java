/** The client of the host product: signed calls to the API of a tenant's own site. */
package dev.tenantry.adapters.http.host;
