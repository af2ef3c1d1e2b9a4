package dev.tenantry.domain.model;

/**
 * The fence of every call on settings: this tenant, in this life and in no other.
 *
 * @param tenant whose settings
 * @param incarnation which life of them
 */
public record Life(TenantId tenant, Incarnation incarnation) {}
