package dev.tenantry.adapters.mongo;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.time.Instant;
import java.util.List;

/**
 * One open database, with four collections:
 *
 * <pre>{@code
 * installations  {_id: "tenant-1",                                 the tenant
 *                 order: "74656e616e742d31",                       its UTF-8 bytes, by which tenants are paged
 *                 record: "{\"key\":…,\"sharedSecret\":…}"}        all that it is, as JSON text
 *
 * settings       {_id: {tenant: "tenant-1", incarnation: "0193…", key: "appSettings"},
 *                 order: "61707053657474696e6773",                 the key's UTF-8 bytes
 *                 value: "{\"settings1\": \"settings1 value\"}",   the exact text
 *                 etag: "\"DGmU…\"",                               of that text
 *                 write: ObjectId("…")}                            new with each write; tells when it was
 *
 * links          {_id: "ari:cloud:ecosystem::installation/…",      the alias
 *                 tenant: "tenant-1", provenance: "installed", at: "2026-11-01T00:00:00Z"}
 *
 * keys           {_id: "etags", key: "…"}                          what the key is for, and 256 bits as base64url
 * }</pre>
 *
 * <p>The record as JSON, absent members left out:
 *
 * <pre>{@code
 * {"key": …, "baseUrl": …, "productType": …,
 *  "fields": {"description": …},                           the host's other members, under its names
 *  "unknown": {"capabilities": "{\"a\":1.0}"},             members that we do not know, each as the text of its JSON
 *  "sharedSecret": …, "previous": {"secret": …, "rotatedAt": …, "until": …}, "retiredSecret": …,
 *  "status": "enabled", "installedAt": …, "toggledAt": …, "uninstalledAt": …,
 *  "incarnation": "0193…", "seeds": {"appSettings": "\"DGmU…\""}}
 * }</pre>
 *
 * <p>No change needs more than one document to change at once, so that a server that stands alone, a replica set and a
 * sharded cluster all do: no transactions, no updates by pipeline, no partial indexes. What makes one change of many is
 * the record. Settings count only while it names their incarnation and is open. A cluster may shard {@code settings} by
 * {@code _id.tenant}, and the others by {@code _id}.
 *
 * <p>A put that is refused because its tenant was uninstalled meanwhile with retained settings is taken back. Only if the
 * tenant is installed again within those milliseconds can a reader see it for a moment. A primary that is cut off may
 * answer reads until it steps down, and then what it answers is old.
 */
final class MongoStorage implements Storage {

    private final Mongo mongo;
    private final Schema schema;
    private final Installations installations;
    private final Settings settings;
    private final Links links;
    private final Archive archive;
    private final ServerKeys serverKeys;

    private MongoStorage(Mongo mongo) {
        this.mongo = mongo;
        this.schema = new Schema(mongo);
        this.installations = new MongoInstallations(mongo);
        this.settings = new MongoSettings(mongo);
        this.links = new MongoLinks(mongo);
        this.archive = new MongoArchive(mongo);
        this.serverKeys = new MongoServerKeys(mongo);
    }

    /** @throws StorageException if the server does not answer; the connections are then given back */
    static MongoStorage open(Mongo mongo) {
        var storage = new MongoStorage(mongo);
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
        mongo.run("reach the database", call -> {
            call.ping();
            return true;
        });
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
    public void sweep(Instant mintedBefore) {
        new Sweep(mongo, mintedBefore).run();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
