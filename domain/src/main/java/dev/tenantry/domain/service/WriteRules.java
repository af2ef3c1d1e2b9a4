package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.service.SettingsPolicy.Writers;
import java.util.Optional;

/**
 * What may be written, and by whom, whatever is stored.
 *
 * @param administrators knows who is one; empty if the policy does not ask
 */
record WriteRules(SettingsPolicy policy, DeclaredSettings declared, Optional<Administrators> administrators) {

    /** @throws IllegalArgumentException if only administrators may write and nobody knows who is one */
    WriteRules {
        if (policy.writers() == Writers.ADMINS && administrators.isEmpty()) {
            throw new IllegalArgumentException("somebody must know who is an administrator");
        }
    }

    void requireWriter(Access access, SettingKey key) {
        requireWriter(access);
        if (!declared.admit(key)) {
            throw new RejectedException(
                    ErrorCode.FORBIDDEN, "The app has no such setting, and others may not be written.");
        }
    }

    /** Whether the setting is declared does not matter: what the app declares no longer may be removed. */
    void requireWriter(Access access) {
        if (access.caller() instanceof Caller.User user && !mayWrite(access.life(), user)) {
            throw new RejectedException(ErrorCode.FORBIDDEN, whoMayWrite());
        }
    }

    private boolean mayWrite(Life life, Caller.User user) {
        return switch (policy.writers()) {
            case APP -> false;
            case USERS -> user.accountId().isPresent();
            case ADMINS -> administrators.orElseThrow().include(life, user);
        };
    }

    private String whoMayWrite() {
        return switch (policy.writers()) {
            case APP -> "Users may not change the settings of this app.";
            case USERS -> "Only users with an account may change the settings of this app.";
            case ADMINS -> "Only administrators may change the settings of this app.";
        };
    }

    /** @param setting as it is to be stored */
    void requireFit(Setting setting) {
        requireSize(setting.value());
        declared.schema(setting.key()).ifPresent(schema -> {
            var violations = schema.check(setting.value());
            if (!violations.isEmpty()) {
                throw new SchemaViolationException(violations);
            }
        });
    }

    private void requireSize(JsonText value) {
        if (value.utf8().length > policy.maxValueBytes()) {
            throw new RejectedException(
                    ErrorCode.TOO_LARGE, "A value may have at most " + policy.maxValueBytes() + " bytes.");
        }
    }
}
