/** The whole adapter behind a real Jetty, on the store in memory. */
package dev.tenantry.adapters.http;
