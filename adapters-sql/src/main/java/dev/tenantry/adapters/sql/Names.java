package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.TenantStatus;
import java.util.Locale;
import java.util.Set;

/** How the members of a {@code clientInfo} are called: ACE's, which are the host's, and ours. */
final class Names {

    static final String APP_KEY = "key";
    static final String CLIENT_KEY = "clientKey";
    static final String SHARED_SECRET = "sharedSecret";
    static final String BASE_URL = "baseUrl";
    static final String PRODUCT_TYPE = "productType";
    static final String PRINCIPAL = "principal";

    /** What is kept of a {@code principal}. */
    static final Set<String> OF_PRINCIPAL = Set.of("type", "uuid");

    /** The one member that is ours; the others are members of it, or of a member of it. */
    static final String TENANTRY = "tenantry";

    static final String STATUS = "status";
    static final String INSTALLED_AT = "installedAt";
    static final String TOGGLED_AT = "toggledAt";
    static final String UNINSTALLED_AT = "uninstalledAt";
    static final String FORGE = "forge";
    static final String MIGRATION = "migration";
    static final String INCARNATION = "incarnation";
    static final String PREVIOUS = "previous";
    static final String SECRET = "secret";
    static final String ROTATED_AT = "rotatedAt";
    static final String UNTIL = "until";
    static final String RETIRED_SECRET = "retiredSecret";
    static final String SEEDS = "seeds";
    static final String LINKS = "links";
    static final String PROVENANCE = "provenance";
    static final String AT = "at";

    private Names() {}

    /** Returns the stored name of a constant. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the constant that is stored so. */
    static String constant(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such status */
    static TenantStatus status(String stored) {
        return TenantStatus.valueOf(constant(stored));
    }
}
