/** JSON Schema 2020-12 for settings: what fits, what does not and why, and which members are secret. */
package dev.tenantry.adapters.http.schema;
