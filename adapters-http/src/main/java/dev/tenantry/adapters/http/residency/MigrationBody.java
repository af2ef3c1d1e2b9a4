package dev.tenantry.adapters.http.residency;

import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.MigrationId;
import dev.tenantry.domain.port.in.MigrationOrder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The body of a hook: {@code {"startTime":…,"endTime":…,"location":"EU","migrationId":57500}}, of which most hooks need the
 * last member only. When a migration begins is said by the hook {@code start}, and not by the time in it.
 *
 * @param id an integer in the documentation; a text is taken as well, and both are kept as text
 */
record MigrationBody(MigrationId id, JsonObject members) {

    private static final String MIGRATION_ID = "migrationId";
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    static MigrationBody parse(byte[] body) {
        if (!(StrictJson.tree(StrictJson.text(body)) instanceof JsonObject members)) {
            throw invalid("The body must be a JSON object.");
        }
        var id = members.find(MIGRATION_ID).flatMap(MigrationBody::idText);
        return new MigrationBody(
                id(id.orElseThrow(() -> invalid("The migrationId must be an integer or a string."))), members);
    }

    /** Returns the migration that a query names, or empty if it names none. */
    static Optional<MigrationId> named(HttpServletRequest request) {
        var values = Optional.ofNullable(request.getParameterValues(MIGRATION_ID));
        if (values.isPresent() && values.get().length > 1) {
            throw invalid("The query names migrationId more than once.");
        }
        return values.map(value -> id(value[0]));
    }

    MigrationOrder order() {
        var location = text("location").orElseThrow(() -> invalid("The location must be a string."));
        return new MigrationOrder(id, location, text("endTime").map(MigrationBody::time));
    }

    private Optional<String> text(String name) {
        return members.find(name).filter(JsonLeaf.Text.class::isInstance).map(value -> ((JsonLeaf.Text) value).value());
    }

    private static Optional<String> idText(Json value) {
        if (value instanceof JsonLeaf.Text text) {
            return Optional.of(text.value());
        }
        return value instanceof JsonLeaf.Numeral number
                        && INTEGER.matcher(number.text()).matches()
                ? Optional.of(number.text())
                : Optional.empty();
    }

    private static MigrationId id(String text) {
        try {
            return new MigrationId(text);
        } catch (IllegalArgumentException malformed) {
            throw invalid("The " + malformed.getMessage() + '.');
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException malformed) {
            throw invalid("The endTime is no time.");
        }
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(ErrorCode.INVALID_REQUEST, detail);
    }
}
