package dev.tenantry.domain.service;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.token.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every token must say of itself (RFC 7519, section 4.1). */
final class ClaimRules {

    /** How far the host's clocks and ours may disagree. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final App app;
    private final Clock clock;

    ClaimRules(App app, Clock clock) {
        this.app = app;
        this.clock = clock;
    }

    void requireTimes(Claims claims) {
        var now = clock.instant();
        var latest = now.plus(LEEWAY);
        boolean early = claims.issuedAt().isAfter(latest)
                || claims.notBefore().filter(latest::isBefore).isPresent();
        if (early || !now.minus(LEEWAY).isBefore(claims.expiresAt())) {
            throw new UnauthenticatedException(early ? "the token is from the future" : "the token has expired");
        }
    }

    /** Returns the earliest {@code iat}, which counts whole seconds, of a token that a host's clock may date now. */
    Instant earliestNow() {
        return clock.instant().minus(LEEWAY).truncatedTo(ChronoUnit.SECONDS);
    }

    /** An audience is optional for what a tenant signs; if there is one, it is the tenant itself or the app. */
    boolean admitTenantAudience(Claims claims) {
        var audience = claims.audience();
        return audience.isEmpty() || audience.contains(claims.issuer()) || app.isMeantBy(audience);
    }
}
