package dev.tenantry.adapters.http.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.token.Claims;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the claims that decide anything. A claim of the wrong JSON type is refused and never converted: peers that
 * converted took {@code ["a"]} for {@code "a"}.
 */
final class ClaimsParser {

    /** No clock shows more seconds; some senders write milliseconds, and those fit. */
    private static final double MAX_SECONDS = 1e13;

    private ClaimsParser() {}

    static Claims parse(JsonNode payload) {
        var issuer = string(payload.path("iss")).orElseThrow(() -> refused("iss"));
        return new Claims(
                issuer,
                audience(payload.path("aud")),
                time(payload, "iat").orElseThrow(() -> refused("iat")),
                time(payload, "exp").orElseThrow(() -> refused("exp")),
                time(payload, "nbf"),
                qsh(payload.path("qsh")),
                accountId(payload));
    }

    /** Returns the audience; {@code null}, an empty string and an empty array are as good as none. */
    private static List<String> audience(JsonNode aud) {
        if (isAbsent(aud) || (aud.isTextual() && aud.textValue().isEmpty())) {
            return List.of();
        }
        if (!aud.isArray()) {
            return List.of(string(aud).orElseThrow(() -> refused("aud")));
        }
        var audience = new ArrayList<String>();
        aud.forEach(one -> audience.add(string(one).orElseThrow(() -> refused("aud"))));
        return audience;
    }

    /** Returns a NumericDate (RFC 7519, section 2) to the millisecond. */
    private static Optional<Instant> time(JsonNode payload, String name) {
        var seconds = payload.path(name);
        if (isAbsent(seconds)) {
            return Optional.empty();
        }
        double value = seconds.isNumber() ? seconds.doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= MAX_SECONDS)) {
            throw refused(name);
        }
        return Optional.of(Instant.ofEpochMilli(Math.round(value * 1000)));
    }

    private static Optional<String> qsh(JsonNode qsh) {
        return isAbsent(qsh) ? Optional.empty() : Optional.of(string(qsh).orElseThrow(() -> refused("qsh")));
    }

    private static Optional<String> accountId(JsonNode payload) {
        return string(payload.path("context").path("user").path("accountId")).or(() -> string(payload.path("sub")));
    }

    private static Optional<String> string(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static UnauthenticatedException refused(String claim) {
        return new UnauthenticatedException("the claim " + claim + " is missing or malformed");
    }
}
