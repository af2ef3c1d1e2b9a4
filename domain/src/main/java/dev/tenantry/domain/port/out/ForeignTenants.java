package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Iterator;
import java.util.List;

/**
 * The tenants that another framework keeps in a database of its own. Nothing here changes them, and what cannot be read
 * stops nothing else.
 */
public interface ForeignTenants extends AutoCloseable {

    /**
     * Hands over all tenants, one after the other; never more than one, and a few of its values, is in memory.
     *
     * @throws StorageException if the database fails
     */
    void read(Sink sink);

    /** Gives back all connections. */
    @Override
    void close();

    /** Takes the tenants. */
    interface Sink extends Remarks {

        /**
         * One tenant.
         *
         * @param settings in any order, each key once; useless after the call, and need not be read to the end
         * @param links all of the tenant's
         */
        void tenant(TenantRecord record, Iterator<Setting> settings, List<Link> links);
    }
}
