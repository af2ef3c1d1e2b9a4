package dev.tenantry.app.foreign;

import dev.tenantry.adapters.http.json.JsonLeaf;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One value of ACE's.
 *
 * <p>ACE parses a string once more when it reads it. Old versions, and apps that serialized a value before they set it,
 * stored objects and arrays so, as JSON in a JSON string, and got them back unpacked. Here they are unpacked for good. A
 * string such as {@code "123"}, of which ACE makes a number, stays the string that somebody stored.
 *
 * @param json the value as an app on ACE sees it
 * @param wasPacked whether it stood in a JSON string
 */
record AceValue(JsonText json, boolean wasPacked) {

    /** @throws RejectedException if the text is no JSON that the API would take */
    static AceValue parse(String text) {
        var json = StrictJson.text(text.getBytes(StandardCharsets.UTF_8));
        return packed(json).map(inner -> new AceValue(inner, true)).orElse(new AceValue(json, false));
    }

    boolean isNull() {
        return json.text().strip().equals("null");
    }

    private static Optional<JsonText> packed(JsonText json) {
        return json.text().startsWith("\"") && StrictJson.tree(json) instanceof JsonLeaf.Text string
                ? parts(string.value())
                : Optional.empty();
    }

    private static Optional<JsonText> parts(String text) {
        try {
            return text.matches("(?s)\\s*[{\\[].*")
                    ? Optional.of(StrictJson.text(text.getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (RejectedException justText) {
            return Optional.empty();
        }
    }
}
