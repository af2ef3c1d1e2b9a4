package dev.tenantry.adapters.redis;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the driver's answers, whose texts are bytes. */
final class Reply {

    private Reply() {}

    /** Returns a text, or empty for nil. */
    static Optional<String> text(@Nullable Object reply) {
        return Optional.ofNullable(reply).map(bytes -> new String((byte[]) bytes, StandardCharsets.UTF_8));
    }

    /** Returns a list, or empty for nil. */
    static Optional<List<@Nullable Object>> list(@Nullable Object reply) {
        @SuppressWarnings("unchecked")
        var list = (List<@Nullable Object>) reply;
        return Optional.ofNullable(list);
    }

    /** Returns the texts of a list without its nils; nil has none. */
    static List<String> texts(@Nullable Object reply) {
        return list(reply).orElse(List.of()).stream()
                .flatMap(element -> text(element).stream())
                .toList();
    }
}
