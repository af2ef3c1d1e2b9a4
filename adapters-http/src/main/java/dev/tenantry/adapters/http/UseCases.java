package dev.tenantry.adapters.http;

import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.ManageLifecycle;
import dev.tenantry.domain.port.in.UseSettings;

/**
 * What the routes ask of the domain.
 *
 * @param tenants finds out who calls
 * @param lifecycle hears what the host tells
 * @param settings reads and writes for the caller
 */
public record UseCases(AuthenticateTenant tenants, ManageLifecycle lifecycle, UseSettings settings) {}
