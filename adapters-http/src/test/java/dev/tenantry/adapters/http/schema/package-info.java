/** Schemas of settings. */
package dev.tenantry.adapters.http.schema;
