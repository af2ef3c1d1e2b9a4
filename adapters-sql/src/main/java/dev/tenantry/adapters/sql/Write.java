package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.SettingKey;
import java.util.Optional;

/** What a write is about, and when it may happen. */
record Write(Life life, SettingKey key, Precondition precondition) {

    /** Returns whether it may happen when this is stored. */
    boolean isAdmittedBy(Optional<String> current) {
        return precondition.admits(current.map(text -> ETag.of(new JsonText(text))));
    }
}
