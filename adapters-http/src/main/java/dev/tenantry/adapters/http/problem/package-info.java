/** Failures as the caller sees them: {@code application/problem+json} (RFC 9457), whoever noticed the failure. */
package dev.tenantry.adapters.http.problem;
