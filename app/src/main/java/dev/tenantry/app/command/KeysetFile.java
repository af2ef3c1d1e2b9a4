package dev.tenantry.app.command;

import dev.tenantry.app.encryption.Keyset;
import dev.tenantry.app.move.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with a keyset, which only its owner may read. */
record KeysetFile(Path file) {

    /** Writes the keyset of the file with one key more, which only unseals, or a new one if there is no file. */
    Keyset addKey() throws IOException {
        return write(Files.exists(file) ? read().withNewKey() : Keyset.mint());
    }

    /** Lets the newest key seal. */
    Keyset useNewKey() throws IOException {
        return write(read().withNewestSealing());
    }

    /** Leaves only the primary key in the file. */
    Keyset dropOldKeys() throws IOException {
        return write(read().withoutOldKeys());
    }

    private Keyset read() throws IOException {
        try {
            return Keyset.parse(Files.readString(file));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(file + " is left as it is: " + unusable.getMessage(), unusable);
        }
    }

    private Keyset write(Keyset keyset) throws IOException {
        new OutputFile(file).write(out -> out.write(keyset.reveal().getBytes(StandardCharsets.UTF_8)));
        return keyset;
    }
}
