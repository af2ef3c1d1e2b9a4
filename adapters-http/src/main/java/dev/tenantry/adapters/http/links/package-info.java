/** How far tenants have come on their way to Forge, for an operator. */
package dev.tenantry.adapters.http.links;
