package dev.tenantry.app.config;

import dev.tenantry.app.encryption.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code encryption} block of config.yml.
 *
 * @param keyset what seals secrets: a file with a keyset of Tink, or the keyset itself, which begins with <code>{</code>;
 *     empty or absent if they are stored as the host sent them
 */
public record EncryptionBlock(String keyset) {

    /** Jackson passes null for an absent key. */
    public EncryptionBlock {
        keyset = keyset == null ? "" : keyset.strip();
    }

    static EncryptionBlock off() {
        return new EncryptionBlock("");
    }

    /** Returns whether secrets are sealed. */
    public boolean isOn() {
        return !keyset.isEmpty();
    }

    /** Returns whether the value names a file, and is no keyset itself. */
    static boolean isPath(String value) {
        return !value.isBlank() && !value.strip().startsWith("{");
    }

    /**
     * Reads the keyset; empty if secrets are not sealed.
     *
     * @throws IllegalArgumentException if there is none where the configuration says. The message does not quote what it
     *     says: it may be a key in the wrong place
     */
    public Optional<Keyset> toKeyset() {
        if (keyset.isEmpty()) {
            return Optional.empty();
        }
        var json = isPath(keyset) ? read() : keyset;
        try {
            return Optional.of(Keyset.parse(json));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException("encryption.keyset cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private String read() {
        try {
            return Files.readString(Path.of(keyset));
        } catch (NoSuchFileException absent) {
            throw new IllegalArgumentException(
                    "encryption.keyset names a file that is not there; a relative path begins where config.yml is");
        } catch (IOException | RuntimeException unreadable) {
            throw new IllegalArgumentException("encryption.keyset names a file that cannot be read");
        }
    }

    /** Does not show the keyset. */
    @Override
    public String toString() {
        return "EncryptionBlock[" + (keyset.isEmpty() ? "off" : "***") + ']';
    }
}
