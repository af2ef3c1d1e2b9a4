package dev.tenantry.adapters.sql;

import com.codahale.metrics.MetricRegistry;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.util.Duration;
import java.util.Optional;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;

/**
 * The connections of the storage: {@code storage.pool}, with the keys of Dropwizard's {@code DataSourceFactory}.
 *
 * <p>Some defaults are our own: {@code maxSize} 16, {@code minSize} and {@code initialSize} 0, and a connection that was not
 * used for a second is checked before it is lent, so that a restart of the database is soon forgotten. URL, user,
 * password and waiting times are those of the {@code storage} block, whatever is written here.
 */
public final class SqlPool extends DataSourceFactory {

    /** Creates the settings with their defaults. */
    public SqlPool() {
        setInitialSize(0);
        setMinSize(0);
        setMaxSize(16);
        setCheckConnectionOnBorrow(true);
        setValidationInterval(Duration.seconds(1));
    }

    /** Creates the pool. */
    ManagedDataSource connect(Dialect dialect, java.time.Duration timeout) {
        setMaxWaitForConnection(Duration.milliseconds(timeout.toMillis()));
        setValidationQueryTimeout(Duration.seconds(Dialect.wholeSeconds(timeout)));
        var pool = build(new MetricRegistry(), "storage");
        if (!dialect.isEmbedded() && pool instanceof DataSourceProxy connections) {
            var greeting = Optional.ofNullable(getInitializationQuery());
            connections.getPoolProperties().setValidator(new SignOfLife(dialect, timeout.dividedBy(4), greeting));
        }
        return pool;
    }
}
