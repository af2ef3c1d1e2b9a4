package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.SettingKey;
import java.util.List;

/**
 * The tables and how SQL speaks of them. In the SQL of this package stand
 *
 * <ul>
 *   <li>{@code {settings}}, {@code {links}}, {@code {duplicates}} and {@code {keys}} for the tables,
 *   <li>{@code {tenant}}, {@code {key}} and {@code {alias}} for their columns where they are compared,
 *   <li>{@code {tenantOrder}}, {@code {keyOrder}} and {@code {after}} for two of these columns and the parameter
 *       {@code :after} where they are ordered by code points,
 *   <li>{@code {val}} for a value as text, and {@code {:val}} for the parameter {@code :val} as a value to store,
 *   <li>{@code {lock}} for the locking of rows.
 * </ul>
 *
 * @param dialect the database's
 * @param settings the table of the settings
 */
record Tables(Dialect dialect, String settings) {

    static final String LINKS = "InstallationClientKeys";
    static final String DUPLICATES = "TenantryDuplicates";
    static final String KEYS = "TenantryKeys";

    /** Which rows the app made: those of the framework, and ACE's null, are none. */
    static final String APP_ROWS_OF_TENANT = "{tenant} = :tenant AND \"val\" IS NOT NULL AND {key} <> 'clientInfo'"
            + " AND SUBSTR(\"key\", 1, 7) <> '" + SettingKey.BEARER_PREFIX + "'";

    /** Which rows are settings: those of the app but under names that we refuse on every backend. */
    static final String SETTINGS_OF_TENANT = APP_ROWS_OF_TENANT + " AND \"key\" NOT IN ('.', '..')";

    /** The records of all tenants, page by page. */
    static final String PAGE_OF_TENANTS = "SELECT \"clientKey\" AS \"name\", {val} AS \"val\" FROM {settings}"
            + " WHERE {key} = 'clientInfo' AND {tenantOrder} > {after} AND \"val\" IS NOT NULL"
            + " ORDER BY {tenantOrder} LIMIT :limit";

    /** The record of a tenant, and those of the named other rows that it has; a list of names follows. */
    static final String RECORD_AND_SOME = "SELECT \"key\" AS \"name\", {val} AS \"val\" FROM {settings}"
            + " WHERE {tenant} = :tenant AND \"val\" IS NOT NULL AND {key} IN ('clientInfo'";

    /** Returns SQL in the words of the database. */
    String sql(String template) {
        var sql = template.replace("{settings}", '"' + settings + '"')
                .replace("{links}", '"' + LINKS + '"')
                .replace("{duplicates}", '"' + DUPLICATES + '"')
                .replace("{keys}", '"' + KEYS + '"')
                .replace("{tenant}", dialect.exact("\"clientKey\""))
                .replace("{key}", dialect.exact("\"key\""))
                .replace("{alias}", dialect.exact("\"installationId\""))
                .replace("{tenantOrder}", dialect.ordered("\"clientKey\""))
                .replace("{keyOrder}", dialect.ordered("\"key\""))
                .replace("{after}", dialect.ordered(":after"))
                .replace("{val}", dialect.text("\"val\""))
                .replace("{:val}", dialect.json(":val"))
                .replace("{lock}", dialect.forUpdate());
        return dialect.quote(sql);
    }

    /** Returns a query for the record of a tenant and the next of these rows of it. */
    String recordAndPage(String rows) {
        return sql(RECORD_AND_SOME + ") UNION ALL SELECT \"name\", \"val\" FROM ("
                + "SELECT \"key\" AS \"name\", {val} AS \"val\" FROM {settings}"
                + " WHERE {keyOrder} > {after} AND " + rows
                + " ORDER BY {keyOrder} LIMIT :limit) AS page");
    }

    /** Returns the names of all tables that we use. */
    List<String> names() {
        return List.of(settings, LINKS, DUPLICATES, KEYS);
    }

    /** Returns all indexes that a prepared database has: ACE's, which it would add itself, and ours. */
    List<Index> indexes() {
        var prefix = Index.snakeCase(settings);
        return List.of(
                new Index(prefix + "_client_key_key", settings, "(\"clientKey\", \"key\")", false),
                new Index("installation_client_keys_installation_id", LINKS, "(\"installationId\")", false),
                new Index("installation_client_keys_client_key", LINKS, "(\"clientKey\")", false),
                new Index("tenantry_" + prefix + "_tenant_key", settings, "({tenant}, {key})", true),
                new Index("tenantry_" + prefix + "_key_tenant", settings, "({key}, {tenantOrder})", false),
                new Index("tenantry_links_tenant", LINKS, "({tenant})", false),
                new Index("tenantry_links_alias", LINKS, "({alias})", true),
                new Index("tenantry_keys_name", KEYS, "(\"name\")", true));
    }
}
