package dev.tenantry.adapters.http.host;

import dev.tenantry.adapters.http.client.ScriptedServer.Received;
import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Keeps the properties of one app as Jira and Confluence do, with the limits that they document. */
public final class PropertyStoreStandIn {

    private final Map<String, String> values = new TreeMap<>();
    private final String path;

    PropertyStoreStandIn(String contextPath) {
        this.path = contextPath + "/rest/atlassian-connect/1/addons/" + Sites.APP_KEY + "/properties";
    }

    /** Returns the properties, by their keys. */
    public Map<String, String> values() {
        return values;
    }

    boolean isAskedBy(Received request) {
        return request.path().startsWith(path);
    }

    synchronized Reply reply(Received request) {
        if (request.path().equals(path)) {
            var keys = values.keySet().stream()
                    .map(key -> "{\"key\":" + SiteStandIn.quoted(key) + ",\"self\":\"https://x.example\"}")
                    .collect(Collectors.joining(","));
            return new Reply(200, "{\"keys\":[" + keys + "]}");
        }
        var key = URLDecoder.decode(request.path().substring(path.length() + 1), StandardCharsets.UTF_8);
        return switch (request.method()) {
            case "PUT" -> put(key, request.body());
            case "DELETE" -> new Reply(values.remove(key) == null ? 404 : 204, "");
            default -> get(key);
        };
    }

    private Reply get(String key) {
        return values.containsKey(key)
                ? new Reply(
                        200,
                        "{\"key\":" + SiteStandIn.quoted(key) + ",\"value\":" + values.get(key) + ",\"self\":\"\"}")
                : new Reply(404, "{\"message\":\"no such property\"}");
    }

    private Reply put(String key, String value) {
        if (key.length() > 127 || value.length() > 32_768 || value.isEmpty() || values.size() > 100) {
            return new Reply(400, "");
        }
        return new Reply(values.put(key, value) == null ? 201 : 200, "{\"message\":\"done\"}");
    }
}
