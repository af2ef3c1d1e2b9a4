/** The descriptor of each product. */
package dev.tenantry.adapters.http.descriptor;
