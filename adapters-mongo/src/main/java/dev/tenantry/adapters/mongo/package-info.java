/** Storage in MongoDB, or in a server that speaks its protocol. */
package dev.tenantry.adapters.mongo;
