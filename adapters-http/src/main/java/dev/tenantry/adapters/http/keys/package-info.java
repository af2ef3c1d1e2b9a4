/** The client of the host's server of install keys. */
package dev.tenantry.adapters.http.keys;
