package dev.tenantry.app.simulate;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param etag the {@code ETag}, or empty if there was none
 * @param body the body as text, or empty
 */
record Reply(int status, String etag, String body) {}
