package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.port.in.CallbackFacts;

/** What a callback's body must say for the callback to concern this app. */
final class CallbackRules {

    private final App app;

    CallbackRules(App app) {
        this.app = app;
    }

    /** An installation needs a site of the right product in a place that the operator allows. */
    void requireSite(CallbackFacts body) {
        require(body.productType().equals(app.product().productType()), "The productType is not this app's.");
        require(app.allowedHosts().admits(body.baseUrl()), "The baseUrl is not on a host that this app allows.");
    }

    /** Whatever the body names must be ours; the callbacks after an installation may leave the product out. */
    void requireOurs(CallbackFacts body) {
        require(!body.tenant().isForge(), "The clientKey is the name of a Forge installation.");
        require(body.appKey().equals(app.key()), "The key is not this app's.");
        boolean named = !body.productType().isEmpty();
        require(!named || body.productType().equals(app.product().productType()), "The productType is not this app's.");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new RejectedException(ErrorCode.FORBIDDEN, otherwise);
        }
    }
}
