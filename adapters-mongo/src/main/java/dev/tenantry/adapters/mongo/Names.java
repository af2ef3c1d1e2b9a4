package dev.tenantry.adapters.mongo;

import java.util.Locale;

/** How the members of a stored record are called: the host's words where it has one, and ours. */
final class Names {

    static final String APP_KEY = "key";
    static final String BASE_URL = "baseUrl";
    static final String PRODUCT_TYPE = "productType";
    static final String FIELDS = "fields";
    static final String UNKNOWN = "unknown";
    static final String SHARED_SECRET = "sharedSecret";
    static final String PREVIOUS = "previous";
    static final String SECRET = "secret";
    static final String ROTATED_AT = "rotatedAt";
    static final String UNTIL = "until";
    static final String RETIRED_SECRET = "retiredSecret";
    static final String STATUS = "status";
    static final String INSTALLED_AT = "installedAt";
    static final String TOGGLED_AT = "toggledAt";
    static final String UNINSTALLED_AT = "uninstalledAt";
    static final String FORGE = "forge";
    static final String MIGRATION = "migration";
    static final String INCARNATION = "incarnation";
    static final String SEEDS = "seeds";

    private Names() {}

    /** Returns the stored name of a constant. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the constant that is stored so. */
    static String constant(String stored) {
        return stored.toUpperCase(Locale.ROOT);
    }
}
