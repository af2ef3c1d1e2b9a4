package dev.tenantry.adapters.http.auth;

import dev.tenantry.domain.model.TenantId;
import jakarta.servlet.http.HttpServletRequest;

/** Whom a request claims to speak for, before anything is proven: good for the log and for nothing else. */
public final class ClaimedTenant {

    /** The request's attribute; its value, if any, is a {@link TenantId}, and so has no control characters. */
    public static final String ATTRIBUTE = ClaimedTenant.class.getName();

    private ClaimedTenant() {}

    /** Notes a claim in the place of an earlier one; text that no tenant can be called is not noted. */
    public static void note(HttpServletRequest request, String clientKey) {
        try {
            request.setAttribute(ATTRIBUTE, new TenantId(clientKey));
        } catch (IllegalArgumentException noTenantCanBeCalledSo) {
            request.removeAttribute(ATTRIBUTE);
        }
    }
}
