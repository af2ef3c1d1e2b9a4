package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.ForeignDatabase;
import dev.tenantry.domain.port.out.ForeignTenants;
import java.time.Duration;
import java.time.ZoneId;

/** Reads databases of other frameworks that have a JDBC URL, and changes nothing there. */
public final class SqlForeignDatabase implements ForeignDatabase {

    private static final String JDBC = "jdbc:";

    /** How long one page may take. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    public boolean speaks(String url) {
        return url.startsWith(JDBC);
    }

    @Override
    public AceRows ace(Place place) {
        var dialect = dialect(place);
        var sql = connect(place, dialect);
        return SqlAceRows.open(sql, new Tables(dialect, place.table()));
    }

    @Override
    public ForeignTenants acsb(Place place, ZoneId zone) {
        var dialect = dialect(place);
        return AcsbHosts.open(connect(place, dialect), dialect, zone);
    }

    private static Dialect dialect(Place place) {
        return Dialect.of(place.url())
                .orElseThrow(
                        () -> new StorageException("the URL of the source " + Dialect.EXPECTED + ", but it is not"));
    }

    private static Sql connect(Place place, Dialect dialect) {
        var pool = new SqlPool();
        pool.setUrl(place.url());
        if (!place.user().isEmpty()) {
            pool.setUser(place.user());
            pool.setPassword(place.password());
        }
        dialect.configureReading(pool, TIMEOUT);
        return new Sql(pool.connect(dialect, TIMEOUT), dialect, TIMEOUT);
    }
}
