package dev.tenantry.adapters.sql;

import io.dropwizard.db.DataSourceFactory;
import java.sql.SQLException;
import java.time.Duration;

/**
 * H2 in a file, in memory or on a server, with tables of ACE's shape.
 *
 * <p>H2 orders text by UTF-16 units. Each name therefore has a generated column with its UTF-8 form beside it, whose order
 * is that of code points.
 */
record H2(String url) implements Dialect {

    private static final int CONCURRENT_UPDATE = 90131;
    private static final int LOCK_TIMEOUT = 50200;

    @Override
    public String script() {
        return "h2.sql";
    }

    @Override
    public boolean isEmbedded() {
        return !url.matches("jdbc:h2:(tcp|ssl):.*");
    }

    /** A database in memory lives as long as the process, not as long as one connection. */
    @Override
    public void configure(DataSourceFactory pool, Duration timeout) {
        var keep = url.startsWith("jdbc:h2:mem:") ? ";DB_CLOSE_DELAY=-1" : "";
        pool.setUrl(url + keep + ";LOCK_TIMEOUT=" + timeout.toMillis() / 4);
    }

    @Override
    public boolean isConflict(SQLException failure) {
        int code = failure.getErrorCode();
        return code == CONCURRENT_UPDATE || code == LOCK_TIMEOUT || Dialect.super.isConflict(failure);
    }

    @Override
    public String exact(String column) {
        return column;
    }

    @Override
    public String ordered(String name) {
        return name.startsWith(":") ? "CAST(" + name + " AS VARBINARY)" : name.replaceFirst("\"$", "Utf8\"");
    }
}
