/** What the domain asks of the outside: storage, the keys of the host, what its API knows, and what it keeps. Driven adapters implement these. */
package dev.tenantry.domain.port.out;
