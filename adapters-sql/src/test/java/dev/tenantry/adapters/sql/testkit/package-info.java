/** Real SQL servers for the tests, of this module and of the app. */
package dev.tenantry.adapters.sql.testkit;
