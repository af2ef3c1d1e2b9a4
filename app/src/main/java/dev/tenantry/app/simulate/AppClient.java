package dev.tenantry.app.simulate;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Calls the server under play. */
final class AppClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI app;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();

    /** @param app the app's base URL, without a trailing slash */
    AppClient(URI app) {
        this.app = app;
    }

    /** Sends a request and waits for the answer; an empty body is not sent. */
    Reply send(String method, String path, Map<String, String> headers, String body) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request =
                HttpRequest.newBuilder(URI.create(app + path)).timeout(TIMEOUT).method(method, publisher);
        headers.forEach(request::setHeader);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            var etag = response.headers().firstValue("ETag").orElse("");
            return new Reply(response.statusCode(), etag, response.body());
        } catch (ConnectException nobody) {
            throw new IllegalArgumentException("nobody answers at " + app + ": start the server first", nobody);
        } catch (IOException e) {
            throw new IllegalArgumentException("no answer of " + app + " arrived: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + app, e);
        }
    }
}
