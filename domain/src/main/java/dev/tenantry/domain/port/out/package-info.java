/** What the domain asks of the outside: storage, and the keys of the host. Driven adapters implement these. */
package dev.tenantry.domain.port.out;
