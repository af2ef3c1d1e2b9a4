package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.util.List;

/**
 * One open database, with the tables of ACE:
 *
 * <pre>{@code
 * "AddonSettings"           id | clientKey | key         | val
 *                            1 | tenant-1  | clientInfo  | {"key": …, "clientKey": "tenant-1", "sharedSecret": …,
 *                                                           "baseUrl": …, …, "tenantry": {…}}
 *                            2 | tenant-1  | appSettings | {"settings1": "settings1 value"}
 *                            3 | tenant-1  | bearer:…    | a row of ACE's own: left alone, and never shown
 * "InstallationClientKeys"  id | installationId (the alias of a link) | clientKey
 * "TenantryDuplicates"      rows that prepare moved away: source (their table), id, clientKey, key, val
 * "TenantryKeys"            name (what the key is for), val (256 bits as base64url)
 * }</pre>
 *
 * <p>What ACE has no member for stands in one member of {@code clientInfo}, which ACE drops when it installs the tenant
 * anew, so that nothing there can contradict what ACE wrote:
 *
 * <pre>{@code
 * "tenantry": {
 *   "status": "enabled",                                installed, enabled, disabled, uninstalled or purging
 *   "installedAt": "2026-11-01T00:00:00Z",              and toggledAt, uninstalledAt, if there was such a callback
 *   "incarnation": "0193…",                             absent once the settings were dropped
 *   "previous": {"secret": …, "rotatedAt": …, "until": …},
 *   "retiredSecret": …,                                 sharedSecret moves here on uninstall: ACE then refuses the tenant
 *   "seeds": {"appSettings": "\"<etag>\""},
 *   "links": {"ari:cloud:jira::site/…": {"provenance": "operator", "at": …}}
 * }
 * }</pre>
 *
 * <p>Without that member a tenant is ACE's: enabled, without a previous secret, in {@link
 * dev.tenantry.domain.model.Incarnation#LEGACY}.
 */
final class SqlStorage implements Storage {

    private final Sql sql;
    private final Schema schema;
    private final Installations installations;
    private final Settings settings;
    private final Links links;
    private final Archive archive;
    private final ServerKeys serverKeys;

    private SqlStorage(Sql sql, Tables tables) {
        this.sql = sql;
        this.schema = new Schema(sql, tables);
        this.installations = new JdbiInstallations(sql, tables);
        this.settings = new JdbiSettings(sql, tables);
        this.links = new JdbiLinks(sql, tables);
        this.archive = new JdbiArchive(sql, tables);
        this.serverKeys = new JdbiServerKeys(sql, tables);
    }

    /** @throws StorageException if the database does not answer; the connections are then given back */
    static SqlStorage open(Sql sql, Tables tables) {
        var storage = new SqlStorage(sql, tables);
        try {
            storage.ping();
            return storage;
        } catch (StorageException e) {
            storage.close();
            throw e;
        }
    }

    @Override
    public Installations installations() {
        return installations;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public Links links() {
        return links;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public ServerKeys serverKeys() {
        return serverKeys;
    }

    @Override
    public void ping() {
        sql.read(
                "reach the database",
                handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    }

    @Override
    public boolean isPrepared() {
        return schema.isPrepared();
    }

    @Override
    public List<String> prepare() {
        return schema.prepare();
    }

    @Override
    public void close() {
        sql.close();
    }
}
