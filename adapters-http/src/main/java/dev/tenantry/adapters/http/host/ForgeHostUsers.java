package dev.tenantry.adapters.http.host;

import dev.tenantry.adapters.http.client.BoundedClient;
import dev.tenantry.adapters.http.client.BoundedClient.Limits;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.ForgeSite;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.UserToken;
import dev.tenantry.domain.port.out.ForgeUsers;
import dev.tenantry.domain.token.Invocation;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the host's API as the user who calls, with the token that came with the very call. It goes to the configured API
 * only. The host is asked about the account that Forge has signed: a page could add a token of somebody else's.
 *
 * <p>Source: Atlassian, "Calling Atlassian app APIs from a remote". Safe for use by many threads.
 */
public final class ForgeHostUsers implements ForgeUsers {

    private static final int MAX_BYTES = 256 * 1024;

    private final Product product;
    private final ProductApi api;
    private final BoundedClient client;
    private final Limits limits;

    /**
     * @param product the app's
     * @param apiUrl {@code https://api.atlassian.com}, or what stands in for it
     * @param timeout of one call, from connecting to the last byte
     */
    public ForgeHostUsers(Product product, URI apiUrl, Duration timeout) {
        this.product = product;
        this.api = new ProductApi(product, apiUrl);
        this.client = new BoundedClient(timeout);
        this.limits = new Limits(timeout, MAX_BYTES);
    }

    @Override
    public boolean isAdministrator(Invocation call, String accountId, UserToken token) {
        var site = api.site(call)
                .orElseThrow(() -> new HostUnavailableException(
                        "the token of " + call.installation() + " names no site of the app's product"));
        var host = new HostQuestions(call.installation().value(), request -> send(site, token, request));
        return AdministratorCheck.of(product, Optional.of(site.id())).confirms(host, accountId);
    }

    /** Connect's base URLs of Confluence end with what is part of the path here. */
    private HostResponse send(ForgeSite site, UserToken token, HostRequest asked) {
        var base = api.url(site) + (product == Product.CONFLUENCE ? "/wiki" : "");
        var body =
                asked.body().map(JsonText::text).map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
        var request = HttpRequest.newBuilder(URI.create(base + asked.target()))
                .method(asked.method(), body)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.reveal())
                .build();
        var answer = client.send("ask the host about a user", request, limits);
        return new HostResponse(
                answer.statusCode(), new String(answer.body(), StandardCharsets.UTF_8), Optional.empty());
    }
}
