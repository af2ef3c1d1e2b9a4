/** What the host says about which Connect tenant a Forge installation was. */
package dev.tenantry.adapters.http.evidence;
