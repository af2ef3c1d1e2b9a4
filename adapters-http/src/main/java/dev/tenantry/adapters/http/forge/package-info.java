/** What Forge tells about the app's installations. */
package dev.tenantry.adapters.http.forge;
