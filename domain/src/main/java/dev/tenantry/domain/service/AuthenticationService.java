package dev.tenantry.domain.service;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.CallbackFacts;
import dev.tenantry.domain.port.in.Caller;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.port.in.Visit;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.token.SignedRequest;
import dev.tenantry.domain.token.Token;
import java.time.Clock;
import java.util.Optional;

/**
 * Authenticates tenants by Atlassian's rules for Connect, each route with the one algorithm that it may be signed with.
 */
public final class AuthenticationService implements AuthenticateTenant {

    private final App app;
    private final Installations installations;
    private final HostKeys hostKeys;
    private final Clock clock;
    private final ClaimRules claimRules;
    private final CallbackRules callbackRules;

    public AuthenticationService(App app, Installations installations, HostKeys hostKeys, Clock clock) {
        this.app = app;
        this.installations = installations;
        this.hostKeys = hostKeys;
        this.clock = clock;
        this.claimRules = new ClaimRules(app, clock);
        this.callbackRules = new CallbackRules(app);
    }

    @Override
    public Access forApi(SignedRequest request) {
        boolean context = request.isForContext();
        require(context || request.isForThisRequest(), "the qsh is another request's");
        var user = new Caller.User(request.token().claims().accountId());
        return visit(request, context ? user : new Caller.AppItself()).access();
    }

    @Override
    public Visit forPage(SignedRequest request) {
        require(request.isForThisRequest(), "the qsh is another request's");
        return visit(request, new Caller.User(request.token().claims().accountId()));
    }

    @Override
    public Callback forInstalled(Optional<SignedRequest> request, CallbackFacts body) {
        callbackRules.requireSite(body);
        return request.map(signed -> forUninstalled(signed, body)).orElseGet(() -> firstInstall(body));
    }

    @Override
    public Callback forUninstalled(SignedRequest request, CallbackFacts body) {
        return app.product().hasInstallKeys() ? signedByHost(request, body) : forToggle(request, body);
    }

    @Override
    public Callback forToggle(SignedRequest request, CallbackFacts body) {
        requireCallback(request, body, Token.HS256);
        require(claimRules.admitTenantAudience(request.token().claims()), "the audience is somebody else");
        var secret = installations
                .find(body.tenant())
                .flatMap(record -> record.secrets().forCallbacks())
                .filter(request.token()::isSignedWith)
                .orElseThrow(() -> new UnauthenticatedException("no secret of the tenant signed the callback"));
        return callback(request, body, new Proof.TenantSecret(secret));
    }

    @Override
    public TenantId forMigration(SignedRequest request) {
        var token = request.token();
        require(request.isForThisRequest(), "the qsh is another request's");
        requireOfTenant(token);
        var record = tenantOf(token);
        var signed = record.secrets().forCallbacks().filter(token::isSignedWith).isPresent();
        require(signed, "no secret of the tenant signed the call");
        return record.id();
    }

    private Callback signedByHost(SignedRequest request, CallbackFacts body) {
        requireCallback(request, body, Token.RS256);
        require(app.isMeantBy(request.token().claims().audience()), "the audience is another app");
        var kid = request.token().kid().orElseThrow(() -> new UnauthenticatedException("the token names no key"));
        var key = hostKeys.find(kid)
                .orElseThrow(() -> new UnauthenticatedException("the host publishes no key " + kid.value()));
        require(request.token().isSignedWith(key), "the host's key did not sign the token");
        return callback(request, body, new Proof.InstallKey());
    }

    /**
     * Nothing tells when an unsigned call was made. It takes the earliest time that the host's clock may show, so that no
     * callback that follows it counts as older.
     */
    private Callback firstInstall(CallbackFacts body) {
        callbackRules.requireOurs(body);
        require(app.admitsUnsigned(body.tenant(), body.baseUrl(), body.workspace()), "the callback carries no token");
        return new Callback(body.tenant(), claimRules.earliestNow(), new Proof.Nothing());
    }

    /** All that can be checked without a key comes before anything is fetched or looked up. */
    private void requireCallback(SignedRequest request, CallbackFacts body, String algorithm) {
        var token = request.token();
        require(token.algorithm().equals(algorithm), "the algorithm is not this route's");
        claimRules.requireTimes(token.claims());
        require(request.isForThisRequest(), "the qsh is another request's");
        if (!token.claims().issuer().equals(body.tenant().value())) {
            throw new RejectedException(ErrorCode.FORBIDDEN, "The clientKey is not that of the token.");
        }
        callbackRules.requireOurs(body);
    }

    private static Callback callback(SignedRequest request, CallbackFacts body, Proof proof) {
        return new Callback(body.tenant(), request.token().claims().issuedAt(), proof);
    }

    private Visit visit(SignedRequest request, Caller caller) {
        var token = request.token();
        requireOfTenant(token);
        var record = tenantOf(token);
        var issuedAt = token.claims().issuedAt();
        require(!record.lifecycle().refusesTokensOf(issuedAt), "the tenant is not live");
        var signed =
                record.secrets().forRequests(issuedAt, clock.instant()).stream().anyMatch(token::isSignedWith);
        require(signed, "no secret of the tenant signed the token");
        var life = record.life().orElseThrow(() -> new UnauthenticatedException("the tenant has no settings"));
        return new Visit(new Access(life, caller), record.installation());
    }

    private void requireOfTenant(Token token) {
        require(token.algorithm().equals(Token.HS256), "the algorithm is not this route's");
        claimRules.requireTimes(token.claims());
        require(claimRules.admitTenantAudience(token.claims()), "the audience is somebody else");
    }

    private TenantRecord tenantOf(Token token) {
        return parse(token.claims().issuer())
                .flatMap(installations::find)
                .orElseThrow(() -> new UnauthenticatedException("the issuer is no tenant"));
    }

    private static Optional<TenantId> parse(String issuer) {
        try {
            return Optional.of(new TenantId(issuer));
        } catch (IllegalArgumentException noTenantCanBeCalledSo) {
            return Optional.empty();
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnauthenticatedException(otherwise);
        }
    }
}
