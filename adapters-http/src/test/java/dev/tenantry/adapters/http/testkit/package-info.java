/** Stand-ins for servers of the host that other modules' tests need too. */
package dev.tenantry.adapters.http.testkit;
