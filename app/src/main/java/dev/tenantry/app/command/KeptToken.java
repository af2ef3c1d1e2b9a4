package dev.tenantry.app.command;

import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Optional;

/** The token that the newest event or heartbeat of a tenant's Forge installation brought, where tokens are kept. */
final class KeptToken {

    private KeptToken() {}

    /**
     * Returns it; empty if none is kept.
     *
     * @throws IllegalArgumentException if several installations have one: each is good for a storage of its own
     */
    static Optional<SystemToken> of(TenantRecord record) {
        var tokens = record.lifecycle().forge().values().stream()
                .map(ForgePresence::token)
                .flatMap(Optional::stream)
                .toList();
        if (tokens.size() > 1) {
            throw new IllegalArgumentException(
                    "the tenant has " + tokens.size()
                            + " installations on Forge, each with a storage of its own: give the token of the one that is meant");
        }
        return tokens.stream().findFirst();
    }
}
