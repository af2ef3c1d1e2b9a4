package dev.tenantry.domain.service;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.model.Setting;
import java.nio.charset.StandardCharsets;

/**
 * Tags of values with secrets. A plain digest would tell everybody whether a guess is right; these tell only those who have
 * the key. Tenant and name of the setting are digested too, so that nobody can try guesses in a tenant of their own.
 *
 * @param key what all servers on the database share
 */
record SecretTags(ServerKey key) {

    /** What server keys for tags are called. */
    static final String KEY_NAME = "etags";

    /** Ends tenant and name, which have no control characters. */
    private static final char END = '\0';

    ETag tag(Life life, Setting stored) {
        var message = life.tenant().value()
                + END
                + stored.key().value()
                + END
                + stored.value().text();
        return ETag.ofDigest(key.hmac(message.getBytes(StandardCharsets.UTF_8)));
    }
}
