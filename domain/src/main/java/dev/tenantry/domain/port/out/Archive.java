package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import java.util.List;
import java.util.Optional;

/**
 * All that is stored, for those who carry it elsewhere: also the settings that an uninstalled tenant keeps, which no
 * request may see, and word of what cannot be read, which everybody else passes over or fails at.
 *
 * <p>Nothing here writes. Each method throws {@link StorageException} if the backend fails, within the configured timeout.
 * Safe for use by many threads.
 */
public interface Archive {

    /**
     * Returns the next tenants in the code-point order of their names, without gaps or repeats among those that exist all
     * the while.
     *
     * @param after the last name of the page before, or empty for the first page
     * @param limit the most rows to return, at least 1
     * @return fewer than {@code limit} only at the end
     */
    List<Row<TenantRecord>> tenants(Optional<String> after, int limit);

    /**
     * Returns the next settings of a life in the code-point order of their names, whatever the status of the tenant; none
     * if its record does not name this incarnation.
     *
     * @param after the last name of the page before, or empty for the first page
     * @param limit the most rows to return, at least 1
     * @return fewer than {@code limit} only at the end
     */
    List<Row<Setting>> settings(Life life, Optional<String> after, int limit);

    /**
     * One thing in storage.
     *
     * @param name its name as it is stored; may be one that we would refuse
     * @param content what it is, or empty if that cannot be read
     */
    record Row<T>(String name, Optional<T> content) {}
}
