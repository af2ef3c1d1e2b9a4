package dev.tenantry.domain.error;

/** The kinds of failure that callers can tell apart; each driving adapter gives every one a status of its own. */
public enum ErrorCode {
    /** The request is malformed; the same request fails again. */
    INVALID_REQUEST,
    /** A value is not JSON as we take it. */
    INVALID_JSON,
    /** The caller did not prove which tenant it speaks for, or that tenant is not live. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** The tenant has no such setting; or, said only to a caller who acts for all tenants, there is no such live tenant. */
    NOT_FOUND,
    /** The change does not fit what is stored. */
    CONFLICT,
    /** The stored value is not the one that the caller meant. */
    PRECONDITION_FAILED,
    /** A value is not as the app declares it. */
    SCHEMA_VIOLATION,
    /** A value is larger than the configuration allows. */
    TOO_LARGE,
    /** The caller asks more often than we serve. */
    TOO_MANY_REQUESTS,
    /** Storage or the host is out of reach, or may only be read; the same request may succeed later. */
    UNAVAILABLE
}
