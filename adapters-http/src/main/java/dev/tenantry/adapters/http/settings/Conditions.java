package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Precondition;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** The conditions under which a request wants to be served (RFC 9110, section 13). */
final class Conditions {

    private Conditions() {}

    /** Returns the condition of a write, which stores check; {@code INVALID_REQUEST} if no store could. */
    static Precondition ofWrite(HttpServletRequest request) {
        var match = EntityTags.find(request, HttpHeaders.IF_MATCH);
        var noneMatch = EntityTags.find(request, HttpHeaders.IF_NONE_MATCH);
        if (noneMatch.isEmpty()) {
            return match.map(Conditions::matches).orElseGet(Precondition.Any::new);
        }
        if (match.isPresent()) {
            throw invalid("A write takes If-Match or If-None-Match, not both.");
        }
        if (!noneMatch.get().any()) {
            throw invalid("A write takes If-None-Match only as *, which means that nothing may be stored yet.");
        }
        return new Precondition.Absent();
    }

    /** Throws {@code PRECONDITION_FAILED} if a read wants another value than this. */
    static void requireMatch(HttpServletRequest request, ETag current) {
        var wanted = EntityTags.find(request, HttpHeaders.IF_MATCH).map(Conditions::matches);
        if (wanted.filter(precondition -> !precondition.admits(Optional.of(current)))
                .isPresent()) {
            throw new RejectedException(ErrorCode.PRECONDITION_FAILED, "The setting has another value by now.");
        }
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
