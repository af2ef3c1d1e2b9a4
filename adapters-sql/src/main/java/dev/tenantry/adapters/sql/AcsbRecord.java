package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes tenants of hosts.
 *
 * <p>A row changes only when the site installs or uninstalls the app, so its last change is the time of that callback. It
 * is never taken to be in the future: a zone that was guessed wrongly would make the site's next callbacks look old.
 *
 * @param zone in which the times of the rows are
 * @param clock ours
 */
record AcsbRecord(ZoneId zone, Clock clock) {

    private static final Map<String, HostField> FIELDS = Map.of(
            "public_key", HostField.PUBLIC_KEY,
            "description", HostField.DESCRIPTION,
            "service_entitlement_number", HostField.SERVICE_ENTITLEMENT_NUMBER,
            "oauth_client_id", HostField.OAUTH_CLIENT_ID,
            "entitlement_id", HostField.ENTITLEMENT_ID,
            "entitlement_number", HostField.ENTITLEMENT_NUMBER,
            "display_url", HostField.DISPLAY_URL,
            "display_url_servicedesk_help_center", HostField.DISPLAY_URL_SERVICEDESK_HELP_CENTER,
            "installation_id", HostField.INSTALLATION_ID);

    private static final String CAPABILITY_SET = "capability_set";

    /** How an enum of {@code JWT} and {@code OAUTH2} may be stored: by ordinal, or by name. */
    private static final Set<String> OAUTH2 = Set.of("1", "OAUTH2");

    private static final Set<String> FALSE = Set.of("0", "f", "false", "FALSE");

    /** @throws IllegalArgumentException if no tenant can be called so */
    TenantRecord of(AcsbRow row) {
        var secrets = Secrets.starting(
                row.text("shared_secret").filter(secret -> !secret.isEmpty()).map(SharedSecret::new));
        boolean installed = row.text("addon_installed").filter(FALSE::contains).isEmpty();
        return new TenantRecord(
                new TenantId(row.clientKey()),
                installation(row),
                installed ? secrets : secrets.retire(),
                installed ? enabled(row) : uninstalled(row),
                installed ? Optional.of(Incarnation.LEGACY) : Optional.empty(),
                Map.of());
    }

    private static Installation installation(AcsbRow row) {
        var fields = new EnumMap<HostField, String>(HostField.class);
        FIELDS.forEach((column, field) -> row.text(column).ifPresent(value -> fields.put(field, value)));
        row.text("authentication").ifPresent(stored -> {
            boolean oauth2 = OAUTH2.contains(stored);
            fields.put(HostField.AUTHENTICATION, oauth2 ? "oauth2" : "jwt");
            // It is written for OAuth 2.0 only, and never cleared.
            row.text("cloud_id").filter(id -> oauth2).ifPresent(id -> fields.put(HostField.CLOUD_ID, id));
        });
        var unknown = row.text(CAPABILITY_SET)
                .map(set -> Map.of("capabilitySet", new JsonText(Json.quote(set))))
                .orElse(Map.of());
        return new Installation(
                "", row.text("product_type").orElse(""), row.text("base_url").orElse(""), fields, unknown);
    }

    private Lifecycle enabled(AcsbRow row) {
        var at = at(row, AcsbRow.MODIFIED).or(() -> at(row, AcsbRow.CREATED)).orElse(Instant.EPOCH);
        return new Lifecycle(TenantStatus.ENABLED, at, Optional.empty(), Optional.empty(), Map.of());
    }

    /** Of a host without times its retention begins now. */
    private Lifecycle uninstalled(AcsbRow row) {
        var at = at(row, AcsbRow.MODIFIED).orElseGet(clock::instant);
        var installedAt = at(row, AcsbRow.CREATED).orElse(Instant.EPOCH);
        return new Lifecycle(TenantStatus.UNINSTALLED, installedAt, Optional.empty(), Optional.of(at), Map.of());
    }

    private Optional<Instant> at(AcsbRow row, String column) {
        var now = clock.instant();
        return row.time(column).map(time -> time.atZone(zone).toInstant()).map(time -> time.isAfter(now) ? now : time);
    }
}
