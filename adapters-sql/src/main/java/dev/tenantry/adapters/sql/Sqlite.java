package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import io.dropwizard.db.DataSourceFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * SQLite in a file, with a write-ahead log.
 *
 * <p>One writer at a time is SQLite's own rule, and its lock knows no queue: writers of this process queue up before it,
 * and only those of other processes meet there. The column type {@code JSON} of ACE's table has NUMERIC affinity, which
 * would turn {@code 1.0} into {@code 1}; a BLOB is stored as it is, and ACE reads it all the same.
 */
record Sqlite(String url) implements Dialect {

    private static final String READ_ONLY = "1"; // SQLITE_OPEN_READONLY
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CONSTRAINT = 19;

    @Override
    public String script() {
        return "sqlite.sql";
    }

    @Override
    public boolean isEmbedded() {
        return true;
    }

    @Override
    public void configure(DataSourceFactory pool, Duration timeout) {
        createFile();
        pool.setProperties(Map.of(
                "journal_mode", "WAL",
                "synchronous", "FULL",
                "transaction_mode", "IMMEDIATE",
                "busy_timeout", Long.toString(timeout.toMillis() / 4)));
    }

    /** A mode of the journal would be written into the file. */
    @Override
    public void configureReading(DataSourceFactory pool, Duration timeout) {
        pool.setProperties(Map.of("open_mode", READ_ONLY, "busy_timeout", Long.toString(timeout.toMillis() / 4)));
    }

    /** Secrets lie in it as they are: what we create is for our own user, and what was there keeps its rights. */
    private void createFile() {
        var file =
                url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", "").replaceFirst("^file:", "");
        if (file.isEmpty() || file.startsWith(":")) {
            throw new StorageException("storage.url must name a file: in memory, SQLite gives each connection its own");
        }
        try {
            PrivateFile.create(Path.of(file).toAbsolutePath());
        } catch (IOException e) {
            throw new StorageException("create " + file, e);
        }
    }

    @Override
    public int writers() {
        return 1;
    }

    /** The driver gives SQLite's codes and no SQLSTATE. */
    @Override
    public boolean isConflict(SQLException failure) {
        int code = failure.getErrorCode() & 0xFF;
        return code == BUSY || code == LOCKED || code == CONSTRAINT || Dialect.super.isConflict(failure);
    }

    @Override
    public String exact(String column) {
        return column + " COLLATE BINARY";
    }

    @Override
    public String text(String column) {
        return "CAST(" + column + " AS TEXT)";
    }

    @Override
    public Object bound(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The transaction has locked the database from its beginning. */
    @Override
    public String forUpdate() {
        return "";
    }

    /** A value is bound as UTF-8, and would be read in the encoding of the database. */
    @Override
    public List<String> adopt(Handle handle, Tables tables) {
        var encoding = handle.createQuery("PRAGMA encoding").mapTo(String.class).one();
        if (!encoding.equals("UTF-8")) {
            throw new StorageException("the SQLite file is encoded in " + encoding + ": convert it to UTF-8 first");
        }
        return List.of();
    }
}
