package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.SettingKey;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a tenant's settings is asked for.
 *
 * @param after the last key of the part before
 * @param limit 1 to {@value #MAX_LIMIT}
 */
record PageQuery(Optional<SettingKey> after, int limit) {

    static final int MAX_LIMIT = 1000;
    private static final String DEFAULT_LIMIT = "100";
    private static final Pattern UP_TO_FOUR_DIGITS = Pattern.compile("[0-9]{1,4}");

    static PageQuery of(HttpServletRequest request) {
        var query = Query.of(request);
        return new PageQuery(
                query.find("after").map(SettingName::key),
                limit(query.find("limit").orElse(DEFAULT_LIMIT)));
    }

    private static int limit(String text) {
        int limit = UP_TO_FOUR_DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The limit must be 1 to " + MAX_LIMIT + '.');
        }
        return limit;
    }
}
