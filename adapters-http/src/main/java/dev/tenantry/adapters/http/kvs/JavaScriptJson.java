package dev.tenantry.adapters.http.kvs;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.JsonArray;
import dev.tenantry.adapters.http.json.JsonLeaf.Literal;
import dev.tenantry.adapters.http.json.JsonLeaf.Numeral;
import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.port.out.HostedJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * JSON as JavaScript has it: every number is a double, and is written with the fewest digits that tell it from others
 * (ECMA-262, Number::toString).
 */
public final class JavaScriptJson implements HostedJson {

    private static final int MOST_TOLD = 10;

    @Override
    public Optional<Shape> shape(JsonText value) {
        return tree(value).map(json -> {
            boolean isNull = json instanceof Literal literal && literal.isNull();
            var rounded = rounded(json, "").limit(MOST_TOLD).toList();
            return new Shape(isNull, json.depth(), rounded);
        });
    }

    @Override
    public boolean isSame(JsonText left, JsonText right) {
        var one = tree(left);
        var other = tree(right);
        return one.isPresent() && other.isPresent() && one.get().isEqualTo(other.get());
    }

    private static Optional<Json> tree(JsonText value) {
        try {
            return Optional.of(StrictJson.tree(value));
        } catch (RejectedException notAsWeReadIt) {
            return Optional.empty();
        }
    }

    /** Returns the places of numbers that change, as pointers. */
    private static Stream<String> rounded(Json json, String place) {
        if (json instanceof JsonObject object) {
            return object.members().entrySet().stream()
                    .flatMap(member -> rounded(member.getValue(), place + new Pointer(List.of(member.getKey()))));
        }
        if (json instanceof JsonArray array) {
            return IntStream.range(0, array.size())
                    .boxed()
                    .flatMap(i -> rounded(array.items().get(i), place + '/' + i));
        }
        return json instanceof Numeral numeral && changes(numeral) ? Stream.of(place) : Stream.empty();
    }

    private static boolean changes(Numeral numeral) {
        double held = Double.parseDouble(numeral.text());
        return Double.isInfinite(held) || !numeral.isEqualTo(new Numeral(NumberOutput.toString(held, true)));
    }
}
