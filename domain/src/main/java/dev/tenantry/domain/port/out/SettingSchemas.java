package dev.tenantry.domain.port.out;

import dev.tenantry.domain.model.JsonText;

/** Reads schemas. Safe for use by many threads. */
public interface SettingSchemas {

    /**
     * Returns the schema that is written in this text.
     *
     * @param schema JSON Schema 2020-12; {@code "secret": true} marks a member that is never shown
     * @throws IllegalArgumentException if it is no such schema, or marks a member that cannot be kept secret; the message
     *     says why in words fit for an operator
     */
    SettingSchema read(JsonText schema);
}
