/** What the domain asks of the outside: storage, the keys of the host, and what its API knows. Driven adapters implement these. */
package dev.tenantry.domain.port.out;
