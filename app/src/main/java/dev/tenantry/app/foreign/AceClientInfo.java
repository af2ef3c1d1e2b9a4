package dev.tenantry.app.foreign;

import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.adapters.http.lifecycle.Members;
import dev.tenantry.adapters.http.lifecycle.Payload;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Map;
import java.util.Optional;

/**
 * What ACE keeps of an installation: the whole body of the last {@code installed}. It keeps no status and no times, so the
 * tenant is enabled, in the incarnation that all tenants of ACE have.
 *
 * @param record the tenant
 * @param isTenantrys whether Tenantry has written there since, and knows more than is read here
 */
record AceClientInfo(TenantRecord record, boolean isTenantrys) {

    private static final String TENANTRY = "tenantry";
    private static final String OAUTH2 = "oauth2";

    /** @throws RejectedException if the text is no object, or has a member that must be a string and is none */
    static AceClientInfo parse(TenantId tenant, String text) {
        var members = new Members(StrictJson.members(AceValue.parse(text).json().utf8()));
        var payload = new Payload(tenant, members);
        var record = new TenantRecord(
                tenant,
                payload.installation(),
                Secrets.starting(payload.secret()),
                Lifecycle.legacy(),
                Optional.of(Incarnation.LEGACY),
                Map.of());
        return new AceClientInfo(record, members.texts().containsKey(TENANTRY));
    }

    /** Returns whether nothing could verify a token of the tenant, though it needs that. */
    boolean lacksSecret() {
        var authentication = record.installation().field(HostField.AUTHENTICATION);
        return record.secrets().current().isEmpty() && !authentication.equals(Optional.of(OAUTH2));
    }
}
