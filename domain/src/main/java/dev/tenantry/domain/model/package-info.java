/** What we talk about: tenants, installations, settings, and the rules that their values carry. */
package dev.tenantry.domain.model;
