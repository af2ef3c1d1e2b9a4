package dev.tenantry.domain.service;

import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Violation;
import dev.tenantry.domain.port.out.SettingSchema;
import dev.tenantry.domain.port.out.SettingSchemas;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Schemas without JSON. What follows the first bar of a value is its secret, if the schema is {@code secretive}, and is
 * shown as a star; a value that has {@code bad} in it does not fit.
 */
final class SplitSchemas implements SettingSchemas {

    @Override
    public SettingSchema read(JsonText schema) {
        return switch (schema.text()) {
            case "plain" -> new Split(Set.of());
            case "secretive" -> new Split(Set.of("/secret"));
            default -> throw new IllegalArgumentException("it is neither plain nor secretive");
        };
    }

    private record Split(Set<String> secrets) implements SettingSchema {

        @Override
        public List<Violation> check(JsonText value) {
            return value.text().contains("bad") ? List.of(violation("must not be bad")) : List.of();
        }

        @Override
        public JsonText conceal(JsonText stored) {
            return new JsonText(stored.text().replaceFirst("\\|.*", "|*"));
        }

        @Override
        public JsonText restore(JsonText written, Optional<JsonText> stored) {
            if (secrets.isEmpty() || !written.text().endsWith("|*")) {
                return written;
            }
            var secret = stored.map(value -> value.text().replaceFirst("^[^|]*", ""))
                    .orElseThrow(() -> new SchemaViolationException(List.of(violation("has nothing to keep"))));
            return new JsonText(written.text().replace("|*", secret));
        }

        private static Violation violation(String message) {
            return new Violation("/secret", "split", message);
        }
    }
}
