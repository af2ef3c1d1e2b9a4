package dev.tenantry.domain.model;

import java.util.regex.Pattern;

/**
 * Names one migration of a tenant to another region. Atlassian's are numbers.
 *
 * @param value 1 to 100 visible characters of ASCII
 */
public record MigrationId(String value) {

    private static final Pattern VALUE = Pattern.compile("[!-~]{1,100}");

    /** @throws IllegalArgumentException if the value breaks the rule above */
    public MigrationId {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException("migrationId must have 1 to 100 visible characters of ASCII");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
