package dev.tenantry.domain.model;

/**
 * One way in which a value is not as the app declares it.
 *
 * @param pointer where in the value (RFC 6901); empty for the whole of it
 * @param keyword which rule, by its name in JSON Schema 2020-12, such as {@code required}; {@code secret} and
 *     {@code number} are rules of our own
 * @param message the rule in words fit to show, which quote nothing of a secret
 */
public record Violation(String pointer, String keyword, String message) {}
