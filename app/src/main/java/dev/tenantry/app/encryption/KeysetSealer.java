package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Seals under a keyset. */
record KeysetSealer(Keyset keyset) implements Sealer {

    @Override
    public String seal(String plain, Place place) {
        var seal = keyset.seal(plain.getBytes(StandardCharsets.UTF_8), place.associatedData());
        return place.wrap(Base64.getUrlEncoder().withoutPadding().encodeToString(seal));
    }

    @Override
    public String unseal(String stored, Place place) {
        if (!place.isSealed(stored)) {
            return stored;
        }
        return bytes(stored, place)
                .flatMap(seal -> keyset.unseal(seal, place.associatedData()))
                .map(plain -> new String(plain, StandardCharsets.UTF_8))
                .orElseThrow(() -> new StorageException(
                        place + " cannot be unsealed: encryption.keyset lacks its key, or it was damaged or moved"));
    }

    @Override
    public boolean isCurrent(String stored, Place place) {
        return bytes(stored, place)
                .filter(seal -> keyset.isCurrent(seal, place.associatedData()))
                .isPresent();
    }

    @Override
    public boolean leavesPlain() {
        return false;
    }

    private static Optional<byte[]> bytes(String stored, Place place) {
        try {
            return place.unwrap(stored).map(Base64.getUrlDecoder()::decode);
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
