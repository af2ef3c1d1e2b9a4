package dev.tenantry.adapters.http.host;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.adapters.http.client.RetryAfter;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

/**
 * Calls the API of a tenant's site as the app, with a token of its own for each call.
 *
 * <p>Answers of up to {@value #MAX_BYTES} bytes are read; redirects are not followed. Where the host asks to wait
 * ({@code 429} or {@code 503} with {@code Retry-After}), the call is repeated if there is time, at most twice. A site that
 * fails again and again is left alone for a while, and no site gets more than a few calls at once. Safe for use by many
 * threads.
 */
public final class HostClient {

    static final int MAX_BYTES = 256 * 1024;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_CIRCUITS = 10_000;

    private final App app;
    private final AppSigner signer;
    private final Patience patience;
    private final BoundedClient client = new BoundedClient(CONNECT_TIMEOUT);
    private final LoadingCache<TenantId, Circuit> circuits;

    /**
     * @param timeout the longest time for one question, with all its calls and waits
     * @param clock what dates the tokens
     */
    public HostClient(App app, Duration timeout, Clock clock) {
        this(app, Patience.of(timeout), clock);
    }

    HostClient(App app, Patience patience, Clock clock) {
        this.app = app;
        this.signer = new AppSigner(app, clock);
        this.patience = patience;
        this.circuits = Caffeine.newBuilder()
                .maximumSize(MAX_CIRCUITS)
                .ticker(patience.ticker())
                .expireAfterAccess(Duration.ofMinutes(10))
                .build(tenant -> new Circuit(patience.ticker()));
    }

    /**
     * Returns what the host answers, whatever its status.
     *
     * @param tenant as it is stored now
     * @throws HostUnavailableException if there is no answer in time, or the host may not be called now
     * @throws IllegalArgumentException if the request's target is not below the site's base URL
     */
    public HostResponse send(TenantRecord tenant, HostRequest request) {
        return send(tenant, request, start());
    }

    /** Returns the deadline of a question that begins now. */
    Deadline start() {
        return patience.start();
    }

    HostResponse send(TenantRecord tenant, HostRequest request, Deadline deadline) {
        var call = toCall(tenant, request);
        return circuits.get(tenant.id()).call(() -> patience.untilServed(deadline, left -> exchange(call, left)));
    }

    private HttpRequest toCall(TenantRecord tenant, HostRequest request) {
        var address = HostAddress.of(app, tenant);
        var url = address.resolve(request.target());
        var call = HttpRequest.newBuilder(url)
                .method(request.method(), body(request))
                .header("Accept", "application/json")
                .header("User-Agent", "tenantry " + app.key());
        if (request.body().isPresent()) {
            // Hosts take a body without the second one for what a browser was tricked into sending.
            call.header("Content-Type", "application/json").header("X-Atlassian-Token", "no-check");
        }
        if (request.signed()) {
            call.header("Authorization", "JWT " + signer.token(tenant, address.qsh(request.method(), url)));
        }
        return call.build();
    }

    private static BodyPublisher body(HostRequest request) {
        return request.body()
                .map(json -> BodyPublishers.ofByteArray(json.utf8()))
                .orElseGet(BodyPublishers::noBody);
    }

    private HostResponse exchange(HttpRequest call, Duration left) {
        var answer = client.send("call the host", call, new Limits(left, MAX_BYTES));
        var retryAfter = answer.headers()
                .firstValue("Retry-After")
                .flatMap(text -> RetryAfter.parse(text, signer.clock().instant()));
        return new HostResponse(answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), retryAfter);
    }
}
