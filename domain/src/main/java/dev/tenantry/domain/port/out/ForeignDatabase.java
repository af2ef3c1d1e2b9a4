package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import java.time.ZoneId;

/**
 * Opens what other frameworks keep in one kind of database. Implementations are listed in {@code META-INF/services/} under
 * this interface's name.
 */
public interface ForeignDatabase {

    /** Returns whether a URL leads to this kind of database. */
    boolean speaks(String url);

    /**
     * Opens what ACE stored.
     *
     * @throws StorageException if the database cannot be reached or has nothing of ACE's
     */
    AceRows ace(Place place);

    /**
     * Opens the tables of atlassian-connect-spring-boot.
     *
     * @param zone in which its server ran: its tables keep times without one
     * @throws StorageException if the database cannot be reached or has no such tables
     */
    default ForeignTenants acsb(Place place, ZoneId zone) {
        throw new StorageException("the tables of atlassian-connect-spring-boot are read from a jdbc: URL only");
    }

    /**
     * Where the data lies.
     *
     * @param url of the database
     * @param user who connects; empty if the database asks for nobody
     * @param password empty for none
     * @param table what ACE calls the table or collection of its settings; empty for {@code AddonSettings}
     */
    record Place(String url, String user, String password, String table) {

        private static final String USUAL_TABLE = "AddonSettings";

        public Place {
            table = table.isEmpty() ? USUAL_TABLE : table;
        }

        /** Shows nothing that may be secret. */
        @Override
        public String toString() {
            return "Place[table=" + table + "]";
        }
    }
}
