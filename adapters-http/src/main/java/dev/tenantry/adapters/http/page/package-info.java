/** The settings page that the host shows in a frame, and what may be seen of it elsewhere. */
package dev.tenantry.adapters.http.page;
