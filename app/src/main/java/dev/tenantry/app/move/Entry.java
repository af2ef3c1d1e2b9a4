package dev.tenantry.app.move;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;

/** What one line of an export says. */
sealed interface Entry {

    /**
     * The first line.
     *
     * @param hasSecrets whether the tenants come with their secrets
     */
    record Header(boolean hasSecrets) implements Entry {}

    /**
     * A tenant; its links and then its settings follow.
     *
     * @param record without secrets if the file has none
     */
    record OfTenant(TenantRecord record) implements Entry {}

    /** A link of the tenant before it. */
    record OfLink(Link link) implements Entry {}

    /** A setting of the tenant before it. */
    record OfSetting(TenantId tenant, Setting setting) implements Entry {}

    /** The last line. */
    record End(Totals totals) implements Entry {}
}
