package dev.tenantry.adapters.http.problem;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.MigrationRefusedException;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The only place where a failure becomes a status, and a status a code. */
final class Problems {

    /** When a caller may try again, in seconds; what fails so is usually over within moments. */
    static final String RETRY_AFTER_SECONDS = "5";

    private Problems() {}

    static Problem of(DomainException failure) {
        var code = failure.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var violations =
                failure instanceof SchemaViolationException misfit ? misfit.violations() : List.<Violation>of();
        return new Problem(
                statusOf(failure.code()),
                code,
                failure.detail(),
                Optional.empty(),
                violations,
                errorResponseCode(failure));
    }

    private static Optional<String> errorResponseCode(DomainException failure) {
        return failure instanceof MigrationRefusedException refused
                ? Optional.of(refused.error().responseCode())
                : Optional.empty();
    }

    /** Returns the problem of a failure that nobody foresaw; the log has its stack trace under the same id. */
    static Problem internal(UUID id) {
        var unknown = ofStatus(500);
        return new Problem(
                unknown.status(),
                unknown.code(),
                unknown.detail(),
                Optional.of("urn:uuid:" + id),
                List.of(),
                Optional.empty());
    }

    /** Returns the problem of a failure of which Jersey or Jetty tell the status only. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> new Problem(status, "unauthenticated", "The request carries no token that is valid for it.");
            case 403 -> new Problem(status, "forbidden", "This is not allowed.");
            case 404 -> new Problem(status, "not-found", "There is nothing under this path.");
            case 405 -> new Problem(status, "method-not-allowed", "This path does not know the method.");
            case 406 -> new Problem(status, "not-acceptable", "This path has no representation that is accepted.");
            case 408 -> new Problem(status, "request-timeout", "The request took too long to arrive.");
            case 413, 414, 431 -> new Problem(status, "too-large", "The request is larger than this server takes.");
            case 415 -> new Problem(status, "unsupported-media-type", "This path does not take the media type.");
            case 429 -> new Problem(status, "too-many-requests", "There are too many requests.");
            case 503 -> new Problem(status, "unavailable", "The server cannot do its work now.");
            default -> otherStatus(status);
        };
    }

    private static Problem otherStatus(int status) {
        return status < 500 || status == 505
                ? new Problem(status, "invalid-request", "The request is malformed.")
                : new Problem(status, "internal", "The server failed in a way that it did not foresee.");
    }

    /** Exhaustive: a new {@link ErrorCode} does not compile until it has a status. */
    private static int statusOf(ErrorCode code) {
        return switch (code) {
            case INVALID_REQUEST, INVALID_JSON -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case TOO_LARGE -> 413;
            case SCHEMA_VIOLATION -> 422;
            case TOO_MANY_REQUESTS -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
