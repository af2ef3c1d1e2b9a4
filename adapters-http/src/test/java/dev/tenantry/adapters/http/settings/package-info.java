/** Parts of the settings API that no test of the whole reaches. */
package dev.tenantry.adapters.http.settings;
