package dev.tenantry.adapters.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that nobody but our own user may read, where the file system knows users (POSIX). */
final class PrivateFile {

    private PrivateFile() {}

    /** Creates the file, empty, and the folders above it. What exists is left as it is. */
    static void create(Path file) throws IOException {
        var folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder, rights(file, "rwx------"));
        }
        try {
            Files.createFile(file, rights(file, "rw-------"));
        } catch (FileAlreadyExistsException e) {
            // A database from before, or another server's that starts at the same time.
        }
    }

    private static FileAttribute<?>[] rights(Path file, String rights) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
