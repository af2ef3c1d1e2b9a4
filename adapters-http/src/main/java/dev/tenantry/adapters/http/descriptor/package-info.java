/** The descriptor that the host reads. */
package dev.tenantry.adapters.http.descriptor;
