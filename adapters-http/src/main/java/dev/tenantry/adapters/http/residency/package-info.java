/** The host's calls about migrations to other regions. */
package dev.tenantry.adapters.http.residency;
