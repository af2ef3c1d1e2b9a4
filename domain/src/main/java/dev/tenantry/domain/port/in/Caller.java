package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.token.Invocation;
import java.util.Optional;

/** Who acts on a tenant's settings. */
public sealed interface Caller {

    /** The app itself: only it can sign a request to its own API. */
    record AppItself() implements Caller {}

    /**
     * A user of the site, through a page in the host.
     *
     * @param accountId the user's Atlassian account, or empty for an anonymous one; a blank name is none
     * @param forge the call, if it came through Forge
     */
    record User(Optional<String> accountId, Optional<ForgeCall> forge) implements Caller {

        public User {
            accountId = accountId.filter(account -> !account.isBlank());
        }

        /** A user who does not come through Forge. */
        public User(Optional<String> accountId) {
            this(accountId, Optional.empty());
        }
    }

    /**
     * A call of a page through Forge.
     *
     * @param invocation what Forge says about it
     * @param token what the host may be asked with as the user; empty if the app's manifest wants none
     */
    record ForgeCall(Invocation invocation, Optional<UserToken> token) {}
}
