/** Bodies as a connector delivers them. */
package dev.tenantry.adapters.http.json;
