package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;

/** The conditions under which a request wants to be served (RFC 9110, section 13). */
final class Conditions {

    private Conditions() {}

    /** Returns the condition of a write, which stores check; {@code INVALID_REQUEST} if no store could. */
    static Precondition ofWrite(HttpServletRequest request) {
        var noneMatch = EntityTags.find(request, HttpHeaders.IF_NONE_MATCH);
        if (noneMatch.isEmpty()) {
            return ofRead(request);
        }
        if (EntityTags.find(request, HttpHeaders.IF_MATCH).isPresent()) {
            throw invalid("A write takes If-Match or If-None-Match, not both.");
        }
        if (!noneMatch.get().any()) {
            throw invalid("A write takes If-None-Match only as *, which means that nothing may be stored yet.");
        }
        return new Precondition.Absent();
    }

    /** Returns which values a read may be answered with: a reader may insist on one ({@code If-Match}). */
    static Precondition ofRead(HttpServletRequest request) {
        return EntityTags.find(request, HttpHeaders.IF_MATCH)
                .map(Conditions::matches)
                .orElseGet(Precondition.Any::new);
    }

    /** Returns whether the reader has this value already. */
    static boolean isKnown(HttpServletRequest request, ETag current) {
        return EntityTags.find(request, HttpHeaders.IF_NONE_MATCH)
                .filter(known -> known.matchesWeakly(current))
                .isPresent();
    }

    /** A weak tag never matches strongly (section 8.8.3.2), so only the strong ones go into the comparison. */
    private static Precondition matches(EntityTags tags) {
        return tags.any() ? new Precondition.Present() : new Precondition.Matches(tags.strong());
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(ErrorCode.INVALID_REQUEST, detail);
    }
}
