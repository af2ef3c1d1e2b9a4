/** Storage in Redis: one server, one that Sentinel watches, or a Cluster. */
package dev.tenantry.adapters.redis;
