package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The settings of all tenants, fenced by the tenants' records.
 *
 * <p>Every call names a tenant and an incarnation, and throws {@link UnauthenticatedException} unless the tenant's record
 * {@linkplain dev.tenantry.domain.model.TenantRecord#isOpenFor is open for} it at the moment of the call: a put that races
 * an uninstall is either dropped with the rest or refused. Values come back character for character. Each method is
 * atomic and linearizable per tenant, and throws {@link StorageException} if the backend fails. Safe for use by many
 * threads.
 */
public interface Settings {

    /** The most keys that {@link #findAll} takes in one call. */
    int MAX_KEYS = 100;

    /** Returns the setting, or empty if there is none under this key. */
    Optional<Setting> find(Life life, SettingKey key);

    /**
     * Returns those of the named settings that exist, in the order of their keys.
     *
     * @param keys at most {@value #MAX_KEYS}
     */
    List<Setting> findAll(Life life, Collection<SettingKey> keys);

    /**
     * Returns the next settings in the order of their keys, without gaps or repeats among those that exist all the while.
     *
     * @param after the last key of the page before, or empty for the first page
     * @param limit the most settings to return, at least 1
     * @return fewer than {@code limit} only at the end
     */
    List<Setting> page(Life life, Optional<SettingKey> after, int limit);

    /**
     * Writes a setting if the precondition admits what is stored.
     *
     * @param quota the most settings that the tenant may have afterwards; only a put that creates one can be
     *     {@link PutOutcome#FULL}. Creators that run at the same moment may overshoot it by their number, never more
     */
    PutOutcome put(Life life, Setting setting, Precondition precondition, int quota);

    /** Removes a setting if the precondition admits what is stored. */
    RemoveOutcome remove(Life life, SettingKey key, Precondition precondition);

    /** What came of a put. */
    enum PutOutcome {
        /** There was no such setting, and now there is. */
        CREATED,
        /** There was one, and it is replaced. */
        REPLACED,
        /** The precondition does not hold; nothing changed. */
        UNMET,
        /** The tenant has as many settings as it may have; nothing changed. */
        FULL
    }

    /** What came of a removal. */
    enum RemoveOutcome {
        /** There was such a setting, and it is gone. */
        REMOVED,
        /** There was none, and the precondition did not mind. */
        ABSENT,
        /** The precondition does not hold; nothing changed. */
        UNMET
    }
}
