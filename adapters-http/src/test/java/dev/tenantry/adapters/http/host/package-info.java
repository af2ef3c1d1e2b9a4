/** The client of the host product against sites that behave, and sites that do not. */
package dev.tenantry.adapters.http.host;
