package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Installations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Protocol;

/** Tenants as one hash each, with a list of them in each bucket. */
final class RedisInstallations implements Installations {

    private static final Logger LOG = LoggerFactory.getLogger(RedisInstallations.class);

    private final Redis redis;
    private final Keys keys;
    private final TenantPages<TenantRecord> pages;

    RedisInstallations(Redis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
        this.pages = new TenantPages<>(keys, RedisInstallations::readable);
    }

    @Override
    public Optional<TenantRecord> find(TenantId tenant) {
        var call = redis.call("find tenant " + tenant);
        return Reply.text(call.read(text(keys, tenant))).map(text -> StoredRecord.read(tenant, text));
    }

    /** What cannot be read is left out, so that it stops nobody who goes through all tenants; {@link #find} fails for it. */
    @Override
    public List<TenantRecord> page(Optional<TenantId> after, int limit) {
        return pages.read(redis.call("list tenants"), after, limit);
    }

    private static Optional<TenantRecord> readable(TenantId tenant, String text) {
        try {
            return Optional.of(StoredRecord.read(tenant, text));
        } catch (StorageException senseless) {
            LOG.warn("left out of the list of tenants: {}", senseless.getMessage());
            return Optional.empty();
        }
    }

    /** Our own text of the expected record is nearly always the stored one; a second step is for one written otherwise. */
    @Override
    public boolean commit(Commit change) {
        var call = redis.call("change tenant " + change.tenant());
        var expected = change.expected().map(StoredRecord::write).orElse("");
        var other = commit(call, change, expected);
        if (other.isEmpty()) {
            return true;
        }
        var stored = other.filter(text -> !text.isEmpty()).map(text -> StoredRecord.read(change.tenant(), text));
        return stored.equals(change.expected())
                && commit(call, change, other.get()).isEmpty();
    }

    /** Returns the stored text, which may be empty, if it is not the expected one; empty if the change is made. */
    private Optional<String> commit(Call call, Commit change, String expected) {
        var arguments = new ArrayList<String>();
        arguments.add(change.tenant().value());
        arguments.add(expected);
        arguments.add(change.next().map(StoredRecord::write).orElse(""));
        arguments.add(openLife(change.next()));
        arguments.add(UUID.randomUUID().toString());
        change.seeds().forEach(seed -> {
            arguments.add(seed.key().value());
            arguments.add(StoredSetting.write(seed));
        });
        return Reply.text(call.write(Scripts.COMMIT.on(keys(change), arguments)));
    }

    private List<String> keys(Commit change) {
        var tenant = change.tenant();
        var living = change.next().flatMap(TenantRecord::incarnation);
        return List.of(
                keys.record(tenant),
                keys.tenants(tenant),
                keys.aliases(tenant),
                keys.values(tenant, change.dropped()),
                keys.names(tenant, change.dropped()),
                keys.values(tenant, living),
                keys.names(tenant, living));
    }

    /** Returns the incarnation for which the record is open, as scripts ask for it; empty if there is none. */
    private static String openLife(Optional<TenantRecord> record) {
        return record.filter(next -> next.lifecycle().status().isOpen())
                .flatMap(TenantRecord::incarnation)
                .map(Incarnation::toString)
                .orElse("");
    }

    /** Returns the command that reads a record. */
    static Command text(Keys keys, TenantId tenant) {
        return Command.of(Protocol.Command.HGET, keys.record(tenant), "text");
    }
}
