package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.service.SettingsPolicy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may do what, in every product, while the site tells who is an administrator and while it does not. */
class WritersTest {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String BEFORE = "{\"a\":1}";

    private enum Who {
        ADMINISTRATOR,
        USER,
        NOBODY,
        APP;

        Answer send(Writers server, Call call) {
            return switch (this) {
                case ADMINISTRATOR -> server.asUser(Optional.of("admin"), call);
                case USER -> server.asUser(Optional.of("user"), call);
                case NOBODY -> server.asUser(Optional.empty(), call);
                case APP -> server.asApp(call);
            };
        }

        boolean mayWrite() {
            return this == ADMINISTRATOR || this == APP;
        }

        boolean isAskedAbout() {
            return this == ADMINISTRATOR || this == USER;
        }
    }

    private enum Operation {
        GET(200),
        LIST(200),
        PUT(204),
        PATCH(200),
        DELETE(204);

        final int success;

        Operation(int success) {
            this.success = success;
        }

        Call call() {
            var setting = "/api/settings/" + Writers.SETTING;
            return switch (this) {
                case GET, DELETE -> Call.of(name(), setting);
                case LIST -> Call.of("GET", "/api/settings");
                case PUT -> Call.of("PUT", setting).json("{\"a\":2}");
                case PATCH -> Call.of("PATCH", setting).body("application/merge-patch+json", "{\"a\":3}");
            };
        }

        boolean writes() {
            return this != GET && this != LIST;
        }
    }

    static Stream<Arguments> matrix() {
        return Arrays.stream(Product.values())
                .flatMap(product -> Arrays.stream(Who.values()).map(who -> Arguments.of(product, who)));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void everybodyReadsAndOnlyTheAppAndAdministratorsWrite(Product product, Who who) {
        try (var server = new Writers(product, PATIENT)) {
            server.site().appoint("admin");
            for (var operation : Operation.values()) {
                var before = server.stored();

                var answer = who.send(server, operation.call());

                boolean allowed = who.mayWrite() || !operation.writes();
                assertThat(answer.status()).as("%s", operation).isEqualTo(allowed ? operation.success : 403);
                assertThat(answer.code()).isEqualTo(allowed ? "" : "forbidden");
                assertThat(server.stored().equals(before)).isEqualTo(!allowed || !operation.writes());
                assertThat(server.site().requests()).hasSize(operation.writes() && who.isAskedAbout() ? 1 : 0);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereUsersWriteWhoeverHasAnAccountDoesAndTheSiteIsNotAsked(Who who) {
        try (var server = new Writers(Product.JIRA, PATIENT, SettingsPolicy.Writers.USERS)) {
            for (var operation : Operation.values()) {
                var before = server.stored();

                var answer = who.send(server, operation.call());

                boolean allowed = who != Who.NOBODY || !operation.writes();
                assertThat(answer.status()).as("%s", operation).isEqualTo(allowed ? operation.success : 403);
                assertThat(server.stored().equals(before)).isEqualTo(!allowed || !operation.writes());
            }
            assertThat(server.site().requests()).isEmpty();
        }
    }

    static Stream<Arguments> silences() {
        var silences = Map.<String, Consumer<Writers>>of(
                "too many requests", replying(429, Map.of("Retry-After", "3600"), ""),
                "an error", replying(500, Map.of(), "{\"globalPermissions\":[\"ADMINISTER\"]}"),
                "unavailable", replying(503, Map.of("Retry-After", "0"), ""),
                "a redirect", replying(302, Map.of("Location", "/elsewhere"), ""),
                "a huge body", replying(200, Map.of(), "[" + "1,".repeat(300_000) + "1]"),
                "other JSON", replying(200, Map.of(), "{\"ADMINISTER\":true}"),
                "no JSON", replying(200, Map.of(), "<html>"),
                "a refusal", replying(403, Map.of(), "{\"errorMessages\":[]}"));
        return silences.entrySet().stream().map(silence -> Arguments.of(silence.getKey(), silence.getValue()));
    }

    private static Consumer<Writers> replying(int status, Map<String, String> headers, String body) {
        return server -> server.site().answer(request -> new Reply(status, headers, body));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("silences")
    void siteThatDoesNotTellAllowsNothing(String name, Consumer<Writers> silence) {
        try (var server = new Writers(Product.JIRA, PATIENT)) {
            silence.accept(server);
            assertNobodyButTheAppWrites(server);
        }
    }

    @Test
    @Timeout(60)
    void siteThatIsTooSlowAllowsNothing() {
        try (var server = new Writers(Product.JIRA, Duration.ofMillis(200))) {
            server.site().neverEnd();
            assertNobodyButTheAppWrites(server);
        }
    }

    private static void assertNobodyButTheAppWrites(Writers server) {
        for (var operation : List.of(Operation.PUT, Operation.PATCH, Operation.DELETE)) {
            var answer = Who.ADMINISTRATOR.send(server, operation.call());

            assertThat(answer.status()).as("%s", operation).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(server.stored()).contains(BEFORE);
        }
        assertThat(Who.APP.send(server, Operation.PUT.call()).status()).isEqualTo(204);
        assertThat(Who.USER.send(server, Operation.GET.call()).status()).isEqualTo(200);
    }
}
