package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import java.util.List;
import java.util.Optional;

/**
 * What the host keeps for the app in the site of one tenant: Connect's app properties, which conditions can read.
 *
 * <p>Every user of the site who can open a page of the app can change them, so they are worth no trust; the host drops them
 * with the app. Every method takes the tenant's record as it is stored now, and throws {@link HostUnavailableException} if
 * the host cannot be asked, is too slow or answers what tells nothing. Safe for use by many threads.
 */
public interface HostProperties {

    /** Returns the keys of all properties, in no order. */
    List<String> keys(TenantRecord tenant);

    /** Returns the value of a property as the host writes it, or empty if there is none. */
    Optional<JsonText> find(TenantRecord tenant, SettingKey key);

    /**
     * Makes a property equal to a value, unless it is equal already. Two values are equal if they are the same JSON: hosts
     * may keep them in another form.
     *
     * @param value empty for no property
     * @return whether the property was another
     */
    boolean align(TenantRecord tenant, SettingKey key, Optional<JsonText> value);
}
