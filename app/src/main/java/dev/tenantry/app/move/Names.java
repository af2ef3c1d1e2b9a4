package dev.tenantry.app.move;

import java.util.Locale;

/** What an export calls things. */
final class Names {

    static final String TYPE = "type";
    static final String TENANTRY = "tenantry";
    static final String TENANT = "tenant";
    static final String LINK = "link";
    static final String SETTING = "setting";
    static final String END = "end";

    static final String VERSION = "version";
    static final String SECRETS = "secrets";

    static final String ALIAS = "alias";
    static final String PROVENANCE = "provenance";
    static final String AT = "at";

    static final String KEY = "key";
    static final String VALUE = "value";
    static final String ETAG = "etag";

    static final String APP_KEY = "appKey";
    static final String PRODUCT_TYPE = "productType";
    static final String BASE_URL = "baseUrl";
    static final String FIELDS = "fields";
    static final String UNKNOWN = "unknown";
    static final String STATUS = "status";
    static final String INSTALLED_AT = "installedAt";
    static final String TOGGLED_AT = "toggledAt";
    static final String UNINSTALLED_AT = "uninstalledAt";
    static final String FORGE = "forge";
    static final String MIGRATION = "migration";
    static final String INCARNATION = "incarnation";
    static final String SEEDS = "seeds";

    static final String CURRENT = "current";
    static final String PREVIOUS = "previous";
    static final String RETIRED = "retired";
    static final String SECRET = "secret";
    static final String ROTATED_AT = "rotatedAt";
    static final String UNTIL = "until";

    static final String TENANTS = "tenants";
    static final String LINKS = "links";
    static final String SETTINGS = "settings";

    /** The version of the format that this Tenantry writes, and the only one that it reads. */
    static final int THIS_VERSION = 1;

    private Names() {}

    /** Returns what a constant is called. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
