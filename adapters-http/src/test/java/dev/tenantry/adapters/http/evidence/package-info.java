/** Tests of what the host is asked about a Forge installation, and of its answers. */
package dev.tenantry.adapters.http.evidence;
