/** JSON and request bodies, read without lenience: RFC 8259 to the letter, bounded, and every text kept as it came. */
package dev.tenantry.adapters.http.json;
