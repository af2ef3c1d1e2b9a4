package dev.tenantry.adapters.http;

import dev.tenantry.domain.port.in.AccessTenants;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.in.MigrateResidency;
import dev.tenantry.domain.port.in.ServeForge;
import dev.tenantry.domain.port.in.UseSettings;
import java.util.Optional;

/**
 * What the routes ask of the domain.
 *
 * @param tenants finds out who calls
 * @param lifecycle hears what the host tells
 * @param settings reads and writes for the caller
 * @param forge serves the calls of Forge installations; empty if the app is not on Forge
 * @param residency takes tenants to other regions
 * @param backend lets the app's own backend act for any tenant
 */
public record UseCases(
        AuthenticateTenant tenants,
        ManageLifecycle lifecycle,
        UseSettings settings,
        Optional<ServeForge> forge,
        MigrateResidency residency,
        AccessTenants backend) {}
