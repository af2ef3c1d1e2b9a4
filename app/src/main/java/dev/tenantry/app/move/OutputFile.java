package dev.tenantry.app.move;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A file that is there whole or not at all, and that only its owner may read: an export may hold secrets. */
public final class OutputFile {

    private static final int BUFFER = 1 << 16;

    private final Path file;

    /** @param file packed if its name ends in {@code .gz}; one that exists is replaced */
    public OutputFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What writes the content. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes the file; if that fails, whatever was there before stays. */
    public void write(Content content) throws IOException {
        var folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("there is no folder for " + file);
        }
        var draft = Files.createTempFile(folder, ".tenantry-", ".part", ownerOnly(folder));
        try {
            fill(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void fill(Path draft, Content content) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var plain = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            if (file.toString().endsWith(".gz")) {
                var packed = new GZIPOutputStream(plain, BUFFER);
                content.writeTo(packed);
                packed.finish();
            } else {
                content.writeTo(plain);
            }
            plain.flush();
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
    }
}
