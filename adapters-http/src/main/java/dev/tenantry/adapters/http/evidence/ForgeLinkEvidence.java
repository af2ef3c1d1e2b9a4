package dev.tenantry.adapters.http.evidence;

import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.adapters.http.host.ProductApi;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.LinkEvidence;
import dev.tenantry.domain.token.Invocation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the host's API, as the app, with the token that came with the very call.
 *
 * <p>The token goes to the configured API only, and only for an installation whose verified token names a site there. An
 * answer of {@code 404} or {@code 410} says that the installation never was a Connect tenant; any other but {@code 200}
 * says nothing, {@code 401} and {@code 403} included: Forge may call before a site has granted the app its permissions.
 */
public final class ForgeLinkEvidence implements LinkEvidence {

    private static final int MAX_BYTES = 16 * 1024;

    private final ProductApi api;
    private final ClientKeyQuestion question;
    private final BoundedClient client;
    private final Limits limits;

    /**
     * @param app whose Connect key the host knows the old tenant by
     * @param apiUrl {@code https://api.atlassian.com}, or what stands in for it
     * @param timeout of one question, from connecting to the last byte
     */
    public ForgeLinkEvidence(App app, URI apiUrl, Duration timeout) {
        this.api = new ProductApi(app.product(), apiUrl);
        this.question = ClientKeyQuestion.of(app);
        this.client = new BoundedClient(timeout);
        this.limits = new Limits(timeout, MAX_BYTES);
    }

    @Override
    public Optional<TenantId> clientKeyOf(Invocation invocation, Optional<SystemToken> systemToken) {
        return systemToken.flatMap(token -> api.of(invocation).flatMap(base -> ask(base, token)));
    }

    private Optional<TenantId> ask(String base, SystemToken token) {
        var request = HttpRequest.newBuilder(URI.create(base + question.path()))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        var answer = client.send("ask the host for a clientKey", request, limits);
        return switch (answer.statusCode()) {
            case 200 -> Optional.of(question.read(answer.body()));
            case 404, 410 -> Optional.empty();
            default ->
                throw new HostUnavailableException(
                        "the host answers " + answer.statusCode() + " when asked for a clientKey");
        };
    }
}
