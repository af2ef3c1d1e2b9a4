package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.ETag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The value of {@code If-Match} or {@code If-None-Match} (RFC 9110, sections 8.8.3 and 13.1).
 *
 * @param any whether it is {@code *}
 * @param strong the tags without {@code W/}
 * @param weak the tags with it, without the {@code W/}
 */
record EntityTags(boolean any, Set<ETag> strong, Set<ETag> weak) {

    private static final Pattern TAG =
            Pattern.compile("[ \\t,]*(?:(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"))[ \\t]*(?=,|$)");
    private static final Pattern REST = Pattern.compile("[ \\t,]*");

    /** Returns the header's value, or empty if the request has no such header. */
    static Optional<EntityTags> find(HttpServletRequest request, String header) {
        var lines = Collections.list(request.getHeaders(header));
        return lines.isEmpty() ? Optional.empty() : Optional.of(parse(header, String.join(",", lines)));
    }

    /** Weak comparison: only the opaque parts count. */
    boolean matchesWeakly(ETag etag) {
        return any || strong.contains(etag) || weak.contains(etag);
    }

    private static EntityTags parse(String header, String value) {
        if (value.strip().equals("*")) {
            return new EntityTags(true, Set.of(), Set.of());
        }
        var strong = new HashSet<ETag>();
        var weak = new HashSet<ETag>();
        var tag = TAG.matcher(value);
        int end = 0;
        while (tag.lookingAt()) {
            (tag.group(1) == null ? strong : weak).add(new ETag(tag.group(2)));
            end = tag.end();
            tag.region(end, value.length());
        }
        boolean none = strong.isEmpty() && weak.isEmpty();
        if (none || !REST.matcher(value.substring(end)).matches()) {
            throw new RejectedException(
                    ErrorCode.INVALID_REQUEST, header + " must be * or a list of entity tags in double quotes.");
        }
        return new EntityTags(false, strong, weak);
    }
}
