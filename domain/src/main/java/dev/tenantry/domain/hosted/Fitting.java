package dev.tenantry.domain.hosted;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.HostedValue;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.HostedJson;
import dev.tenantry.domain.port.out.HostedJson.Shape;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds out whether Forge's store can hold a setting.
 *
 * @param json what the store makes of values
 * @param secretive whether a setting has secret members; it then goes to the secret shelf as a whole, so that it is still
 *     one value that changes in one step
 */
public record Fitting(HostedJson json, Predicate<SettingKey> secretive) {

    /** What came of it. */
    public sealed interface Verdict {

        /** It can. */
        record Fits(HostedSetting setting) implements Verdict {}

        /** It cannot, for this reason. */
        record Unfit(String reason) implements Verdict {}
    }

    /** Returns whether the store can hold the setting, and as what. */
    public Verdict check(Setting setting) {
        var shelf = secretive.test(setting.key()) ? HostedShelf.SECRET : HostedShelf.PLAIN;
        var key = HostedKey.of(setting.key());
        if (key.isEmpty()) {
            return new Verdict.Unfit("its key, escaped, has more than " + HostedKey.MAX_LENGTH + " characters");
        }
        int bytes = setting.value().utf8().length;
        if (bytes > shelf.maxBytes()) {
            return new Verdict.Unfit("its value has " + bytes + " bytes, and may have " + shelf.maxBytes());
        }
        var shape = json.shape(setting.value());
        return flaw(shape).<Verdict>map(Verdict.Unfit::new).orElseGet(() -> {
            var value = new HostedValue(key.get(), setting.value());
            return new Verdict.Fits(new HostedSetting(
                    setting.key(), shelf, value, shape.orElseThrow().rounded()));
        });
    }

    private static Optional<String> flaw(Optional<Shape> shape) {
        if (shape.isEmpty()) {
            return Optional.of("its value is not JSON as this server reads it");
        }
        if (shape.get().isNull()) {
            return Optional.of("its value is null, which Forge does not keep");
        }
        int depth = shape.get().depth();
        return depth > HostedValue.MAX_DEPTH
                ? Optional.of("its value is nested " + depth + " levels deep, and may be " + HostedValue.MAX_DEPTH)
                : Optional.empty();
    }
}
