package dev.tenantry.domain.service;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.in.SettingView;

/** Shows what is stored: no secret leaves, neither by its value nor by its tag. */
final class SettingViews {

    private final DeclaredSettings declared;

    SettingViews(DeclaredSettings declared) {
        this.declared = declared;
    }

    SettingView view(Life life, Setting stored) {
        boolean valid = declared.schema(stored.key())
                .map(schema -> schema.check(stored.value()).isEmpty())
                .orElse(true);
        return new SettingView(stored.key(), declared.conceal(stored), tag(life, stored), valid);
    }

    /** Returns the tag under which callers know what is stored. */
    ETag tag(Life life, Setting stored) {
        return stored.etag();
    }
}
