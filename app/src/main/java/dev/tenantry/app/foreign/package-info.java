/** What other frameworks left, as tenants: how ACE's rows are understood, and which module speaks to their database. */
package dev.tenantry.app.foreign;
