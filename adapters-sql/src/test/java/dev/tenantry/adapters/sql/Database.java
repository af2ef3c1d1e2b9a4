package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.port.out.Storage;
import java.util.List;

/** One database of one test, open and prepared. */
final class Database implements AutoCloseable {

    private final String url;
    private final List<String> report;
    private Storage storage;

    private Database(String url) {
        this.url = url;
        this.storage = Config.of(url).open();
        assertThat(storage.isPrepared()).isFalse();
        this.report = storage.prepare();
    }

    /** Opens a database in which nothing is yet. */
    static Database empty(String url) {
        return new Database(url);
    }

    /** Opens a database that ACE made. */
    static Database ofAce(String url, String script) {
        Raw.run(url, script);
        return new Database(url);
    }

    String url() {
        return url;
    }

    Storage storage() {
        return storage;
    }

    /** Returns what preparing it said. */
    List<String> report() {
        return report;
    }

    Storage reopen() {
        close();
        storage = Config.of(url).open();
        return storage;
    }

    @Override
    public void close() {
        storage.close();
    }
}
