package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.MirroredKeys;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MirrorSettings;
import dev.tenantry.domain.port.in.TenantFailures;
import dev.tenantry.domain.port.out.HostProperties;
import dev.tenantry.domain.port.out.Storage;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Copies settings to properties of the same key.
 *
 * <p>Host and storage share no transaction and properties no condition, so a copy is always made of the setting as it was
 * read just before, and the setting is read again after every copy: whoever copies last sees what was put last. What is
 * lost on the way, such as a copy that fails, {@link #reconcile} makes up for. Safe for use by many threads.
 */
public final class Mirror implements MirrorSettings {

    /** Each further look means that somebody wrote between ours, so only a storm of writers can use up this many. */
    private static final int MAX_LOOKS = 20;

    private final Storage storage;
    private final HostProperties host;
    private final MirroredKeys keys;

    public Mirror(Storage storage, HostProperties host, MirroredKeys keys) {
        this.storage = storage;
        this.host = host;
        this.keys = keys;
    }

    @Override
    public Result reconcile(TenantFailures failures) {
        var repaired = new AtomicInteger();
        var tenants = new LiveTenants(storage.installations())
                .visit(tenant -> repaired.addAndGet(alignAll(tenant)), failures);
        return new Result(tenants.visited(), tenants.secretless(), repaired.get());
    }

    /** Returns whether a setting is copied. */
    boolean covers(SettingKey key) {
        return keys.contains(key);
    }

    /** Throws {@code TOO_LARGE} if this is the value of a setting that is copied, and no host could keep it. */
    void requireRoom(SettingKey key, JsonText value) {
        if (covers(key) && !MirroredKeys.haveRoomFor(value)) {
            throw new RejectedException(
                    ErrorCode.TOO_LARGE,
                    "A value that the host keeps too may have at most " + MirroredKeys.MAX_VALUE_LENGTH
                            + " characters.");
        }
    }

    /**
     * Copies a setting that was just written, unless the tenant shares no secret with the app.
     *
     * @throws HostUnavailableException if the host does not take it
     * @throws UnauthenticatedException if the tenant's life ended meanwhile
     * @throws StorageException if the storage fails
     */
    void follow(Life life, SettingKey key) {
        storage.installations()
                .find(life.tenant())
                .filter(tenant -> tenant.isOpenFor(life))
                .filter(LiveTenants::isCallable)
                .ifPresent(tenant -> align(tenant, key));
    }

    /** Copies all chosen settings of a tenant, on the terms of {@link #follow}. */
    void followAll(TenantId tenant) {
        storage.installations().find(tenant).filter(LiveTenants::isCallable).ifPresent(this::alignAll);
    }

    private int alignAll(TenantRecord tenant) {
        return (int) keys.keys().stream().filter(key -> align(tenant, key)).count();
    }

    /** Ends only when the property was found to be what the setting had just been; returns whether it was ever another. */
    private boolean align(TenantRecord tenant, SettingKey key) {
        var life = tenant.life().orElseThrow(() -> new UnauthenticatedException("the tenant has no settings"));
        for (int look = 0; look < MAX_LOOKS; look++) {
            var value = storage.settings().find(life, key).map(Setting::value);
            value.ifPresent(text -> requireRoom(key, text));
            if (!host.align(tenant, key, value)) {
                return look > 0;
            }
        }
        throw new HostUnavailableException(
                "property " + key + " of tenant " + tenant.id() + " does not stay as it is set");
    }
}
