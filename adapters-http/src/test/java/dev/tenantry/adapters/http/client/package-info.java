/** Servers for our clients that answer as a test wants. */
package dev.tenantry.adapters.http.client;
