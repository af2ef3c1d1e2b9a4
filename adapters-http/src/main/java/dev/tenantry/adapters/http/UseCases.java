package dev.tenantry.adapters.http;

import dev.tenantry.domain.port.in.AccessTenants;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.in.UseSettings;

/**
 * What the routes ask of the domain.
 *
 * @param tenants finds out who calls
 * @param lifecycle hears what the host tells
 * @param settings reads and writes for the caller
 * @param backend lets the app's own backend act for any tenant
 */
public record UseCases(
        AuthenticateTenant tenants, ManageLifecycle lifecycle, UseSettings settings, AccessTenants backend) {}
