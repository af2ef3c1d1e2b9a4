package dev.tenantry.adapters.http.problem;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.Response;

/** A body came in a form that the route does not take. */
public final class UnsupportedMediaTypeException extends NotSupportedException {

    private static final long serialVersionUID = 1L;

    /** @param detail what is wrong, in a sentence that may be shown */
    public UnsupportedMediaTypeException(String detail) {
        super(detail, Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE).build());
    }

    /**
     * @param detail what is wrong, in a sentence that may be shown
     * @param header names the types that the route does take, such as {@code Accept-Patch}
     * @param types those types
     */
    public UnsupportedMediaTypeException(String detail, String header, String types) {
        super(
                detail,
                Response.status(Response.Status.UNSUPPORTED_MEDIA_TYPE)
                        .header(header, types)
                        .build());
    }
}
