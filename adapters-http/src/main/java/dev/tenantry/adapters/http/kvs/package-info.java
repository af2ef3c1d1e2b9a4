/** Forge's hosted key-value store, called through its REST API at the rate that Forge allows. */
package dev.tenantry.adapters.http.kvs;
