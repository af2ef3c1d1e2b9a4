package dev.tenantry.domain.port.in;

import java.util.Optional;

/** Who acts on a tenant's settings. */
public sealed interface Caller {

    /** The app itself: only it can sign a request to its own API. */
    record AppItself() implements Caller {}

    /**
     * A user of the site, through a page in the host.
     *
     * @param accountId the user's Atlassian account, or empty for an anonymous one
     */
    record User(Optional<String> accountId) implements Caller {}
}
