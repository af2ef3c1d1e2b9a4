/** The client of install keys against servers that behave, and servers that do not. */
package dev.tenantry.adapters.http.keys;
