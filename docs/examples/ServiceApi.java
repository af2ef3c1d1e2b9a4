import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/**
 * An app's own backend, in Java 17 or later and without a dependency, changes a setting of one of its tenants.
 *
 * <pre>{@code TENANTRY_SERVICE_TOKEN=… java ServiceApi.java CLIENT_KEY [ADMIN_URL]}</pre>
 */
public final class ServiceApi {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI setting;

    /** Tenant and key are named in the query, because there any name will do. */
    private ServiceApi(String adminUrl, String tenant, String key) {
        this.setting = URI.create(adminUrl + "/service/settings?tenant=" + encode(tenant) + "&key=" + encode(key));
    }

    public static void main(String[] arguments) throws InterruptedException {
        var adminUrl = arguments.length > 1 ? arguments[1] : "http://127.0.0.1:8081";
        try {
            System.out.println("visits: " + new ServiceApi(adminUrl, arguments[0], "visits").countVisit());
        } catch (IOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    /** Counts a visit. None is lost, however many are counted at once: who comes too late, as 412 says, begins anew. */
    private long countVisit() throws IOException, InterruptedException {
        while (true) {
            var found = send(request().GET(), Set.of(200, 404));
            boolean present = found.statusCode() == 200;
            long count = present ? 1 + Long.parseLong(found.body().replaceAll("\\D", "")) : 1;
            var next = request()
                    .header("Content-Type", "application/json")
                    .header(present ? "If-Match" : "If-None-Match", found.headers().firstValue("ETag").orElse("*"))
                    .PUT(BodyPublishers.ofString("{\"count\":" + count + '}'));
            if (send(next, Set.of(201, 204, 412)).statusCode() != 412) {
                return count;
            }
        }
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(setting)
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", "Bearer " + System.getenv("TENANTRY_SERVICE_TOKEN"));
    }

    /** Any other status is a failure, and the body says what is wrong. */
    private HttpResponse<String> send(HttpRequest.Builder request, Set<Integer> expected)
            throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (!expected.contains(response.statusCode())) {
            throw new IOException(response.body());
        }
        return response;
    }

    private static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8);
    }
}
