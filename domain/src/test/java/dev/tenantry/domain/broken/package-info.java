/** Stores that break one promise each, as real ones would, and the proof that the conformance kit finds them out. */
package dev.tenantry.domain.broken;
