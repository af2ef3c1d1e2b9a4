/** The conformance kit: what every backend owes the domain, as tests, and the store in memory that tests may trust. */
package dev.tenantry.domain.testkit;
