package dev.tenantry.adapters.http.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.adapters.http.Tokens;
import dev.tenantry.adapters.http.Vectors;
import dev.tenantry.adapters.http.client.ScriptedServer;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.token.Qsh;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls that ACE made, made by us: the same on the wire, and signed as the host computes it also where ACE's are not. */
class OutboundVectorsTest {

    private static final JsonNode VECTORS = Vectors.read("outbound.json");
    private static final ScriptedServer HOST = new ScriptedServer();
    private static final Instant NOW = Instant.ofEpochSecond(VECTORS.get("now").asLong());

    static Stream<JsonNode> cases() {
        return Vectors.cases(VECTORS);
    }

    @AfterAll
    static void stop() {
        HOST.close();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void callIsSentAndSignedAsTheHostExpectsIt(JsonNode vector) {
        HOST.answer(200, "");
        HOST.requests().clear();
        var base = vector.get("host_base").asText().replace("HOST", HOST.url().toString());
        var product = Product.valueOf(vector.get("product").asText().toUpperCase(Locale.ROOT));
        var tenant = Sites.tenant(base.endsWith("/wiki") ? "ctx" : "root", product, base);

        client(product).send(tenant, request(vector, base));

        var sent = vector.get("sent");
        var received = HOST.requests().get(0);
        assertThat(received.method() + ' ' + received.target())
                .isEqualTo(sent.get("request_line").asText());
        assertThat(received.body()).isEqualTo(sent.get("body").asText());
        if (sent.path("claims").isMissingNode()) {
            assertThat(received.header("Authorization")).isEmpty();
        } else {
            assertThat(claims(received, tenant)).isEqualTo(expected(vector, URI.create(base)));
        }
    }

    @Test
    void allVectorsAreThere() {
        assertThat(cases()).hasSize(42);
        assertThat(cases().filter(vector ->
                        vector.path("qsh_matches_what_host_computes").asBoolean(true)))
                .hasSize(37);
    }

    private static HostClient client(Product product) {
        var app = Sites.app(product, HOST.authority());
        return new HostClient(app, Duration.ofSeconds(20), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static HostRequest request(JsonNode vector, String base) {
        var method = vector.get("call").asText().replace("del", "delete").toUpperCase(Locale.ROOT);
        var options = vector.get("options");
        var target = (options.isTextual() ? options : options.get("url")).asText();
        var request =
                HostRequest.of(method, target.startsWith("HOST") ? base + target.substring(base(vector)) : target);
        for (var parameter : options.path("qs").properties()) {
            for (var value : parameter.getValue().isArray() ? parameter.getValue() : List.of(parameter.getValue())) {
                request = request.with(parameter.getKey(), value.asText());
            }
        }
        if (options.has("json") && !method.equals("GET")) {
            request = request.with(new JsonText(options.get("json").toString()));
        }
        return options.path("anonymous").asBoolean() ? request.unsigned() : request;
    }

    private static int base(JsonNode vector) {
        return vector.get("host_base").asText().length();
    }

    private static JsonNode claims(ScriptedServer.Received received, TenantRecord tenant) {
        var header = received.header("Authorization").orElseThrow();
        assertThat(header).startsWith("JWT ");
        return Tokens.verified(header.substring("JWT ".length()), Sites.secret(tenant))
                .orElseThrow();
    }

    /** Where the host computes another hash than ACE did, ours is the hash of what went over the wire. */
    private static JsonNode expected(JsonNode vector, URI base) {
        var line = vector.at("/sent/request_line").asText().split(" ", 2);
        var claims = ((ObjectNode) vector.at("/sent/claims").deepCopy()).put("iss", Sites.APP_KEY);
        var computed = Qsh.of(line[0], line[1], base.getRawPath()).orElseThrow();
        assertThat(computed.equals(claims.get("qsh").asText()))
                .isEqualTo(vector.get("qsh_matches_what_host_computes").asBoolean());
        return claims.put("qsh", computed);
    }
}
