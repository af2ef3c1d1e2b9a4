package dev.tenantry.adapters.sql;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.ForeignDatabase.Place;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.port.out.StorageFactory;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The {@code storage: {type: sql}} block of config.yml. Absent and empty keys mean the same.
 *
 * @param url JDBC URL of SQLite (a file), PostgreSQL, MariaDB, MySQL or H2 (embedded), such as
 *     {@code jdbc:sqlite:./data/tenantry.db}
 * @param user who connects; empty if the database asks for nobody, or if the URL says so
 * @param password empty for none
 * @param readOnly whether the server that opens it may only read; false if absent
 * @param table the table of the settings as it is called in the database, 1 to 40 letters, digits and {@code _}:
 *     {@code AddonSettings} if absent. For a database of ACE with a {@code store.table} it is that name in the plural
 *     that Sequelize makes of it ({@code MySetting} becomes {@code MySettings})
 * @param timeout the longest that a call may take, a wait for a connection included; 100 ms to 30 s, 2 s if absent
 * @param pool the connections, with the keys of Dropwizard's database pool; its defaults are those of {@link SqlPool}
 */
@JsonTypeName("sql")
public record SqlStorageFactory(
        @Pattern(regexp = Dialect.URLS, message = Dialect.EXPECTED) @Pattern(regexp = H2.URLS, message = H2.EXPECTED)
        String url,

        String user,
        String password,
        Boolean readOnly,

        @Pattern(regexp = "[A-Za-z_][A-Za-z0-9_]{0,39}") String table,

        @MinDuration(value = 100, unit = TimeUnit.MILLISECONDS) @MaxDuration(value = 30, unit = TimeUnit.SECONDS)
        Duration timeout,

        @Valid SqlPool pool)
        implements StorageFactory {

    private static final String ACE_TABLE = "AddonSettings";
    private static final Duration DEFAULT_TIMEOUT = Duration.seconds(2);

    /** Jackson passes null for an absent key, and the environment an empty text for an absent variable. */
    public SqlStorageFactory {
        url = url == null ? "" : url;
        user = user == null ? "" : user;
        password = password == null ? "" : password;
        readOnly = readOnly != null && readOnly;
        table = table == null || table.isEmpty() ? ACE_TABLE : table;
        timeout = timeout == null ? DEFAULT_TIMEOUT : timeout;
        pool = pool == null ? new SqlPool() : pool;
        pool.setUrl(url);
    }

    @Override
    public Storage open() {
        var dialect = dialect();
        if (!user.isEmpty()) {
            pool.setUser(user);
            pool.setPassword(password);
        }
        var limit = timeout.toJavaDuration();
        dialect.configure(pool, limit);
        return SqlStorage.open(new Sql(pool.connect(dialect, limit), dialect, limit), new Tables(dialect, table));
    }

    @Override
    public boolean isEmbedded() {
        return dialect().isEmbedded();
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    /** {@inheritDoc} The tables are ACE's own. */
    @Override
    public Optional<AceRows> aceInPlace() {
        return Optional.of(new SqlForeignDatabase().ace(new Place(url, user, password, table)));
    }

    private Dialect dialect() {
        return Dialect.of(url)
                .orElseThrow(() -> new StorageException("storage.url " + Dialect.EXPECTED + ", but it is not"));
    }

    /** Shows neither the password nor the URL, which may hold one. */
    @Override
    public String toString() {
        return "SqlStorageFactory[table=" + table + ", timeout=" + timeout + "]";
    }
}
