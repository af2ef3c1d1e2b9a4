package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The query of a URL. A {@code +} is a space, as it is for the hash that signs the URL.
 *
 * @param parameters still encoded
 */
record Query(List<String> parameters) {

    static Query of(HttpServletRequest request) {
        var query = request.getQueryString();
        return new Query(query == null ? List.of() : Arrays.asList(query.split("&", -1)));
    }

    /** Returns the parameter's value, or empty if there is none. Only one may have the name. */
    Optional<String> find(String name) {
        var values = parameters.stream()
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> decode(parameter[0]).equals(name))
                .map(parameter -> parameter.length == 1 ? "" : decode(parameter[1]))
                .toList();
        if (values.size() > 1) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The query names " + name + " more than once.");
        }
        return values.stream().findFirst();
    }

    private static String decode(String text) {
        return Percent.decode(text.replace('+', ' '));
    }
}
