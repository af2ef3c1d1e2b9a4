package dev.tenantry.adapters.sql;

import dev.tenantry.domain.port.out.StorageFactory;
import dev.tenantry.domain.testkit.OutageContract;
import io.dropwizard.util.Duration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A test on a database that is a file of our own process: nobody can be away, but the file's place can. */
interface OnFile extends OnDurableDatabase, OutageContract {

    /** Returns the folder of the test. */
    Path folder();

    /** Returns the JDBC URL of a database in this file. */
    String urlOf(Path file);

    /** No folder can be made where a file is. */
    @Override
    default StorageFactory unreachable() {
        var inTheWay = folder().resolve("file");
        try {
            Files.writeString(inTheWay, "no folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Config.of(urlOf(inTheWay.resolve("tenantry")), Duration.seconds(2));
    }
}
