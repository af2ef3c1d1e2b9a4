package dev.tenantry.domain.error;

/**
 * Why a migration to another region is refused, as its protocol tells it.
 *
 * <p>Source: Atlassian, "Support data residency realm migrations for Forge Remote", Error codes.
 */
public enum MigrationError {
    /** There is no such migration of this tenant. */
    NOT_SCHEDULED("E0001", ErrorCode.CONFLICT),
    /** No tenant can go to this region. */
    REGION_UNSUPPORTED("E0002", ErrorCode.INVALID_REQUEST),
    /** No tenant can go anywhere. */
    MIGRATIONS_UNSUPPORTED("E0003", ErrorCode.INVALID_REQUEST),
    /** This server makes as many copies as it may. */
    TOO_MANY("E0004", ErrorCode.TOO_MANY_REQUESTS),
    /** Anything else that trying again does not mend. */
    OTHER("E9999", ErrorCode.CONFLICT);

    private final String responseCode;
    private final ErrorCode code;

    MigrationError(String responseCode, ErrorCode code) {
        this.responseCode = responseCode;
        this.code = code;
    }

    /** Returns the {@code errorResponseCode} of the protocol. */
    public String responseCode() {
        return responseCode;
    }

    /** Returns the kind of failure. */
    public ErrorCode code() {
        return code;
    }
}
