package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import java.util.Set;

/** A change of a value. It may run many times, and has no effect but its result. */
@FunctionalInterface
public interface SettingEdit {

    /**
     * Returns the changed value. A place that still shows {@code {"$secret":true}} keeps its secret.
     *
     * @param shown the value as callers see it
     * @param secrets the places (RFC 6901) in which it shows no value. An edit must not read there: whoever moves or
     *     compares what is concealed means the secret
     * @throws SchemaViolationException if it would read there
     * @throws RejectedException if it does not apply
     */
    JsonText apply(JsonText shown, Set<String> secrets);
}
