package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.ReadOnlyException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import java.util.List;
import java.util.Optional;

/**
 * Reads and changes the settings of the tenant that a request speaks for.
 *
 * <p>Every method throws {@link UnauthenticatedException} if the tenant's life ended meanwhile, and
 * {@link StorageException} if the storage fails; what is refused for another reason is a {@link RejectedException} with
 * the code named below. One that writes throws {@link ReadOnlyException} if the storage may only be read,
 * {@link HostUnavailableException} if the host must be asked whether the caller may, and does not tell, and
 * {@link SchemaViolationException} if the value is not as the app declares it. Safe for use by many threads.
 */
public interface UseSettings {

    /**
     * Returns a setting. {@code PRECONDITION_FAILED} if the precondition does not hold, also where nothing is stored;
     * else {@code NOT_FOUND} if there is none.
     */
    SettingView get(Access access, SettingKey key, Precondition precondition);

    /**
     * Returns the next settings in the order of their keys.
     *
     * @param after the last key of the page before, or empty for the first page
     * @param limit the most settings to return, at least 1
     */
    List<SettingView> page(Access access, Optional<SettingKey> after, int limit);

    /**
     * Writes a setting. {@code FORBIDDEN} if the caller may not write or the key is not one that the app declares and others
     * are refused, {@code TOO_LARGE} if the value is, {@code PRECONDITION_FAILED} if the precondition does not hold,
     * {@code CONFLICT} if the tenant has too many settings.
     *
     * @param setting where its value shows a secret as {@code {"$secret":true}}, the stored one is kept
     */
    Written put(Access access, Setting setting, Precondition precondition);

    /**
     * Changes a setting by an edit of its value, in one atomic step as others see it: when somebody else wrote in between,
     * the edit runs again on what they wrote, unless the precondition names a tag.
     *
     * <p>Fails as {@link #get} and {@link #put} do, and as the edit does.
     *
     * @return the setting as it is now
     */
    SettingView patch(Access access, SettingKey key, SettingEdit edit, Precondition precondition);

    /**
     * Removes a setting. {@code FORBIDDEN} if the caller may not write, {@code NOT_FOUND} if there is none,
     * {@code PRECONDITION_FAILED} if the precondition does not hold.
     */
    void remove(Access access, SettingKey key, Precondition precondition);

    /**
     * What came of a put.
     *
     * @param created whether there was no such setting before
     * @param etag names what is stored now
     */
    record Written(boolean created, ETag etag) {}
}
