/** The settings API: names in URLs, conditions in headers, exact texts in bodies. */
package dev.tenantry.adapters.http.settings;
