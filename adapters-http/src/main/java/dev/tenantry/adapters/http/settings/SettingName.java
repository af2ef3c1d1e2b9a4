package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.SettingKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;

/**
 * Which setting a URL names: {@code /api/settings/{key}}, where {@code key} is one percent-encoded segment, or
 * {@code /api/settings?key=…} for a key that a path may not carry.
 */
final class SettingName {

    private static final String COLLECTION = "/api/settings";

    private SettingName() {}

    /** Returns the key, or empty if the URL names all settings. Jersey lets one slash more pass than the route has. */
    static Optional<SettingKey> find(HttpServletRequest request) {
        var path = request.getRequestURI();
        requireNoParameters(path);
        var segment = path.substring(path.lastIndexOf(COLLECTION) + COLLECTION.length());
        if (segment.indexOf('/', 1) >= 0) {
            throw new NotFoundException();
        }
        var named = Query.of(request).find("key");
        if (segment.length() <= 1) {
            return named.map(SettingName::key);
        }
        if (named.isPresent()) {
            throw invalid("Name the setting in the path or in the query, not in both.");
        }
        return Optional.of(key(Percent.decode(segment.substring(1))));
    }

    /** Returns the key of this name, or throws with the rule that the name breaks. */
    static SettingKey key(String name) {
        try {
            return new SettingKey(name);
        } catch (IllegalArgumentException notAKey) {
            throw invalid("The " + notAKey.getMessage() + '.');
        }
    }

    /** A semicolon begins a parameter (RFC 3986, section 3.3), which servers cut off or not as they please. */
    static void requireNoParameters(String path) {
        if (path.indexOf(';') >= 0) {
            throw invalid("A path must not have parameters; name this in the query.");
        }
    }

    static RejectedException invalid(String detail) {
        return new RejectedException(ErrorCode.INVALID_REQUEST, detail);
    }
}
