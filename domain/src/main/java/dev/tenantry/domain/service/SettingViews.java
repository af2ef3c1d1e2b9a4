package dev.tenantry.domain.service;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.port.in.SettingView;
import java.util.Optional;

/**
 * Shows what is stored: no secret leaves, neither by its value nor by its tag.
 *
 * @param declared which settings have secrets, and what they must look like
 * @param secretTags for those that have; empty if none has
 */
record SettingViews(DeclaredSettings declared, Optional<SecretTags> secretTags) {

    /** @throws IllegalArgumentException if a setting has secrets, and there is no tag for it */
    SettingViews {
        if (secretTags.isEmpty() && declared.haveSecrets()) {
            throw new IllegalArgumentException("settings with secrets need tags that do not tell them");
        }
    }

    SettingView view(Life life, Setting stored) {
        boolean valid = declared.schema(stored.key())
                .map(schema -> schema.check(stored.value()).isEmpty())
                .orElse(true);
        return new SettingView(stored.key(), declared.conceal(stored), tag(life, stored), valid);
    }

    /** Returns the tag under which callers know what is stored. */
    ETag tag(Life life, Setting stored) {
        return secretTags
                .filter(tags -> declared.secretive(stored.key()).isPresent())
                .map(tags -> tags.tag(life, stored))
                .orElseGet(stored::etag);
    }
}
