/** What the outside may ask of the domain, one interface for each feature. Driving adapters call these. */
package dev.tenantry.domain.port.in;
