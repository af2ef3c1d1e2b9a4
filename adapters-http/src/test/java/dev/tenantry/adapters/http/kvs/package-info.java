/** The client of Forge's key-value store, against a stand-in. */
package dev.tenantry.adapters.http.kvs;
