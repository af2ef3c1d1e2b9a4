/** How we call other servers: bounded in time and size, and never led elsewhere. */
package dev.tenantry.adapters.http.client;
