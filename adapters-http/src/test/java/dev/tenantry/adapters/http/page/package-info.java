/** Tests of the settings page's parts. */
package dev.tenantry.adapters.http.page;
