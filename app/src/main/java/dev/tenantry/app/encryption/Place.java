package dev.tenantry.app.encryption;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a secret is stored. What is sealed for one place can be unsealed in no other: it is part of the associated data.
 *
 * @param tenant whose secret
 * @param form what is stored there
 * @param name of the secret, the Forge installation or the member, or the key of the setting
 */
record Place(TenantId tenant, Form form, String name) {

    /** Ends a part of the associated data. Names have no control characters. */
    private static final char END = '\0';

    /** How sealed text is written. What begins so is sealed; anything else is stored in the clear. */
    enum Form {
        /** A secret of a record, which may be any text. */
        SECRET("secret", "tenantry:sealed:v1:", ""),
        /** The token with which the app calls the host for a Forge installation. */
        TOKEN("token", "tenantry:sealed:v1:", ""),
        /** A member of an installation, as Bitbucket's hosts may send it, which must be JSON as well. */
        MEMBER("member", "{\"$sealed\":\"tenantry:sealed:v1:", "\"}"),
        /** The value of a setting, which must be JSON because some backends take nothing else. */
        SETTING("setting", "{\"$sealed\":\"tenantry:sealed:v1:", "\"}");

        private final String word;
        private final String prefix;
        private final String suffix;

        Form(String word, String prefix, String suffix) {
            this.word = word;
            this.prefix = prefix;
            this.suffix = suffix;
        }
    }

    static Place of(TenantId tenant, SecretSlot slot) {
        return new Place(tenant, Form.SECRET, slot.word());
    }

    static Place of(TenantId tenant, Alias installation) {
        return new Place(tenant, Form.TOKEN, installation.value());
    }

    static Place ofMember(TenantId tenant, String name) {
        return new Place(tenant, Form.MEMBER, name);
    }

    static Place of(TenantId tenant, SettingKey key) {
        return new Place(tenant, Form.SETTING, key.value());
    }

    /** Returns whether this is stored here only if it is sealed. */
    boolean isSealed(String stored) {
        return stored.startsWith(form.prefix);
    }

    /** Returns the text to store for what is sealed. */
    String wrap(String sealed) {
        return form.prefix + sealed + form.suffix;
    }

    /** Returns what {@link #wrap} was given, or empty if this is no text of its making. */
    Optional<String> unwrap(String stored) {
        boolean whole = isSealed(stored)
                && stored.endsWith(form.suffix)
                && stored.length() >= form.prefix.length() + form.suffix.length();
        return whole
                ? Optional.of(stored.substring(form.prefix.length(), stored.length() - form.suffix.length()))
                : Optional.empty();
    }

    byte[] associatedData() {
        return (form.word + END + tenant.value() + END + name).getBytes(StandardCharsets.UTF_8);
    }

    /** Names it for an operator. */
    @Override
    public String toString() {
        return switch (form) {
            case SECRET -> "the " + name + " secret of tenant " + tenant;
            case TOKEN -> "the token of " + name + " of tenant " + tenant;
            case MEMBER -> "the member " + name + " of tenant " + tenant;
            case SETTING -> "setting " + name + " of tenant " + tenant;
        };
    }
}
