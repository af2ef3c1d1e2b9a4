/** Patches against the tables of their RFCs. */
package dev.tenantry.adapters.http.patch;
