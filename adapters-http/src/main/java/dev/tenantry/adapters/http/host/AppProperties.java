package dev.tenantry.adapters.http.host;

import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.App;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.HostProperties;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * App properties of Jira and Confluence. An app needs no scope for its own.
 *
 * <p>Source: Atlassian, Jira Cloud REST API v3, "App properties"; Confluence, "App properties API". Bitbucket has properties
 * of repositories, users, commits and pull requests, and none of an app in a workspace.
 */
public final class AppProperties implements HostProperties {

    private final HostClient client;
    private final String path;

    /** @throws IllegalArgumentException if the app is for Bitbucket */
    public AppProperties(App app, HostClient client) {
        if (app.product() == Product.BITBUCKET) {
            throw new IllegalArgumentException("Bitbucket keeps no properties of an app in a workspace");
        }
        this.client = client;
        this.path = "/rest/atlassian-connect/1/addons/" + HostRequest.encoded(app.key()) + "/properties";
    }

    @Override
    public List<String> keys(TenantRecord tenant) {
        var host = host(tenant);
        var entries = host.array(host.ask(HostRequest.of("GET", path)), "keys");
        return StreamSupport.stream(entries.spliterator(), false)
                .map(entry -> Optional.ofNullable(entry.path("key").textValue())
                        .orElseThrow(() -> host.unclear("a property without a key")))
                .toList();
    }

    @Override
    public Optional<JsonText> find(TenantRecord tenant, SettingKey key) {
        return find(host(tenant), key);
    }

    @Override
    public boolean align(TenantRecord tenant, SettingKey key, Optional<JsonText> value) {
        var host = host(tenant);
        var found = find(host, key);
        if (isSame(found, value)) {
            return false;
        }
        if (value.isPresent()) {
            host.require(HostRequest.of("PUT", path(key)).with(value.get()), List.of(200, 201));
        } else {
            host.require(HostRequest.of("DELETE", path(key)), List.of(204, 404));
        }
        return true;
    }

    private Optional<JsonText> find(HostQuestions host, SettingKey key) {
        var response = host.require(HostRequest.of("GET", path(key)), List.of(200, 404));
        return response.status() == 404 ? Optional.empty() : Optional.of(value(host, response));
    }

    private static JsonText value(HostQuestions host, HostResponse response) {
        try {
            var members = StrictJson.members(response.body().getBytes(StandardCharsets.UTF_8));
            return Optional.ofNullable(members.get("value")).orElseThrow(() -> host.unclear("no value"));
        } catch (RejectedException malformed) {
            throw host.unclear("what is no JSON object");
        }
    }

    private static boolean isSame(Optional<JsonText> found, Optional<JsonText> value) {
        if (found.isEmpty() || value.isEmpty()) {
            return found.equals(value);
        }
        return StrictJson.tree(found.get()).isEqualTo(StrictJson.tree(value.get()));
    }

    private String path(SettingKey key) {
        return path + '/' + HostRequest.encoded(key.value());
    }

    private HostQuestions host(TenantRecord tenant) {
        return HostQuestions.asTheApp(client, tenant);
    }
}
