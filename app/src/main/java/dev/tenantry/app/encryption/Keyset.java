package dev.tenantry.app.encryption;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Optional;

/**
 * The keys that seal secrets: one of them, the primary, seals, and all of them unseal. A keyset of Tink, for its AEAD. It
 * never prints. Immutable, and safe for use by many threads.
 */
public final class Keyset {

    private final KeysetHandle handle;
    private final Aead all;
    private final Aead primary;

    private Keyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        this.all = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.primary = primaryOf(handle).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /** What may fail in Tink. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws GeneralSecurityException;
    }

    /** With a platform that has AES-GCM, only what an operator wrote can make this fail. */
    private static Keyset of(Work<KeysetHandle> handle) {
        try {
            AeadConfig.register();
            return new Keyset(handle.run());
        } catch (GeneralSecurityException unusable) {
            // Not chained: what it says of the text could quote it.
            throw new IllegalArgumentException("it is no keyset of Tink for AEAD, in JSON and in the clear");
        }
    }

    /** Returns a new keyset with one key, of AES256-GCM. */
    public static Keyset mint() {
        return of(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()));
    }

    /**
     * Returns the keyset that is written in this text.
     *
     * @param json as Tink writes it, with the keys in the clear
     * @throws IllegalArgumentException if it is none that can seal; the message does not quote it
     */
    public static Keyset parse(String json) {
        return of(() -> TinkJsonProtoKeysetFormat.parseKeyset(
                json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    /**
     * Returns a keyset with one key more, which only unseals: a server that has the older keyset could not read what it
     * seals.
     */
    public Keyset withNewKey() {
        return of(() -> KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId())
                .build());
    }

    /** Returns the keyset in which the newest key is the primary: it seals, and the others only unseal. */
    public Keyset withNewestSealing() {
        return of(() -> {
            var keys = KeysetHandle.newBuilder(handle);
            keys.getAt(keys.size() - 1).makePrimary();
            return keys.build();
        });
    }

    /** Returns a keyset of the primary key alone: what an older one has sealed can then be unsealed by nobody. */
    public Keyset withoutOldKeys() {
        return of(() -> primaryOf(handle));
    }

    @AccessesPartialKey
    private static KeysetHandle primaryOf(KeysetHandle handle) throws GeneralSecurityException {
        var entry = handle.getPrimary();
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(entry.getKey())
                        .withFixedId(entry.getId())
                        .makePrimary())
                .build();
    }

    /** Returns how many keys there are. */
    public int size() {
        return handle.size();
    }

    /** Returns the keyset as JSON with the keys in the clear: for its file, never for a log. */
    public String reveal() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a keyset that was read can be written", impossible);
        }
    }

    byte[] seal(byte[] plain, byte[] associatedData) {
        try {
            return all.encrypt(plain, associatedData);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** Returns what was sealed with this associated data, or empty if none of the keys says so. */
    Optional<byte[]> unseal(byte[] sealed, byte[] associatedData) {
        return unseal(all, sealed, associatedData);
    }

    /** Returns whether the primary key has sealed this. */
    boolean isCurrent(byte[] sealed, byte[] associatedData) {
        return unseal(primary, sealed, associatedData).isPresent();
    }

    private static Optional<byte[]> unseal(Aead keys, byte[] sealed, byte[] associatedData) {
        try {
            return Optional.of(keys.decrypt(sealed, associatedData));
        } catch (GeneralSecurityException refused) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Keyset[***]";
    }
}
