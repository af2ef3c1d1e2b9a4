package dev.tenantry.app.encryption;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Records as they are stored: with sealed secrets, and all else as it is. */
record SealedRecords(Sealer sealer) {

    /** What becomes of one secret, and where another record has it. */
    @FunctionalInterface
    interface Change {
        String apply(Function<TenantRecord, Optional<String>> slot, String text, Place place);
    }

    /** @throws StorageException if a secret cannot be unsealed */
    TenantRecord unseal(TenantRecord stored) {
        return change(stored, (slot, text, place) -> sealer.unseal(text, place));
    }

    /**
     * Returns what to store. A secret that stays the same where it is keeps its seal, so that a commit that changes
     * something else does not look like one that changes secrets.
     *
     * @param stored the record to replace, as it is stored and can be unsealed; empty if there is none
     */
    TenantRecord seal(TenantRecord next, Optional<TenantRecord> stored) {
        return change(
                next,
                (slot, plain, place) -> stored.flatMap(slot)
                        .filter(kept -> place.isSealed(kept)
                                && sealer.unseal(kept, place).equals(plain))
                        .orElseGet(() -> sealer.seal(plain, place)));
    }

    /** Returns whether a record is stored as it is, because there is nothing in it to seal. */
    boolean isStoredPlain(TenantRecord record) {
        return sealer.leavesPlain()
                || (record.installation().secrets().isEmpty()
                        && Arrays.stream(SecretSlot.values())
                                .allMatch(slot -> slot.of(record.secrets()).isEmpty())
                        && record.lifecycle().forge().values().stream()
                                .allMatch(presence -> presence.token().isEmpty()));
    }

    static TenantRecord change(TenantRecord record, Change change) {
        var installation = record.installation().withSecrets((name, text) -> member(record, name, text, change));
        var lifecycle =
                record.lifecycle().withTokens((forge, token) -> Optional.of(token(record, forge, token, change)));
        return new TenantRecord(
                record.id(), installation, secrets(record, change), lifecycle, record.incarnation(), record.seeds());
    }

    private static Secrets secrets(TenantRecord record, Change change) {
        var previous = secret(record, SecretSlot.PREVIOUS, change)
                .flatMap(secret -> record.secrets()
                        .previous()
                        .map(known -> new Previous(secret, known.rotatedAt(), known.until())));
        return new Secrets(
                secret(record, SecretSlot.CURRENT, change), previous, secret(record, SecretSlot.RETIRED, change));
    }

    private static Optional<SharedSecret> secret(TenantRecord record, SecretSlot slot, Change change) {
        return slot.of(record.secrets())
                .map(secret -> new SharedSecret(change.apply(
                        other -> slot.of(other.secrets()).map(SharedSecret::reveal),
                        secret.reveal(),
                        Place.of(record.id(), slot))));
    }

    private static SystemToken token(TenantRecord record, Alias installation, SystemToken token, Change change) {
        return new SystemToken(change.apply(
                other -> other.lifecycle()
                        .presenceOf(installation)
                        .flatMap(ForgePresence::token)
                        .map(SystemToken::reveal),
                token.reveal(),
                Place.of(record.id(), installation)));
    }

    private static JsonText member(TenantRecord record, String name, JsonText text, Change change) {
        return new JsonText(change.apply(
                other -> Optional.ofNullable(other.installation().secrets().get(name))
                        .map(JsonText::text),
                text.text(),
                Place.ofMember(record.id(), name)));
    }
}
