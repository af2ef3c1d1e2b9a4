package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.port.out.HostKeys;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class RefusalLogTest {

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private static final Logger LOG = (Logger) LoggerFactory.getLogger("dev.tenantry.adapters.http");

    private final Site site = SERVER.installedSite();
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        LOG.setLevel(Level.INFO);
        LOG.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        LOG.detachAppender(lines);
        LOG.setLevel(null);
    }

    @Test
    void refusedCallbackNamesEventAndTenantAndReason() {
        SERVER.send(site.callback("installed", site.body("installed").replace(Site.APP_KEY, "com.example.other")));

        assertThat(logged())
                .containsExactly("Refused POST /installed of tenant " + site.clientKey()
                        + ": forbidden: The key is not this app's.");
    }

    @Test
    void unauthenticatedCallbackNamesTheReasonThatTheCallerIsNotTold() {
        var call = Call.of("POST", "/disabled").json(site.body("disabled"));
        var claims = Tokens.claims(site.clientKey(), SERVER.clock().instant(), call);
        SERVER.send(call.token(Tokens.hs256(claims, "a-secret-of-somebody-else")));

        assertThat(logged())
                .containsExactly("Refused POST /disabled of tenant " + site.clientKey()
                        + ": unauthenticated: no secret of the tenant signed the callback");
    }

    @Test
    void callbackWhoseTenantCannotBeReadSaysSo() {
        SERVER.send(Call.of("POST", "/enabled").json("{}").token("no token"));
        SERVER.send(Call.of("POST", "/installed").json("{\"clientKey\":\"line\\nbreak\"}"));

        assertThat(logged())
                .containsExactly(
                        "Refused POST /enabled of a tenant that cannot be read: unauthenticated: the token is malformed",
                        "Refused POST /installed of a tenant that cannot be read: invalid-request: The clientKey must not"
                                + " contain control characters or lone surrogates.");
    }

    @Test
    void callbackOfTheWrongMediaTypeIsLoggedToo() {
        SERVER.send(site.signed(Call.of("POST", "/enabled").body("text/plain", site.body("enabled"))));

        assertThat(logged())
                .containsExactly("Refused POST /enabled of tenant " + site.clientKey()
                        + ": unsupported-media-type: The body must be application/json.");
    }

    @Test
    void refusedCallOfTheApiNamesMethodAndRouteWithoutItsQuery() {
        SERVER.send(Call.of("GET", "/api/settings/a%C2%85b?jwt=hunter2"));
        SERVER.send(site.fromPage(Call.of("PUT", "/api/settings?key=hunter2").json("1")));

        assertThat(logged())
                .containsExactly(
                        "Refused GET /api/settings/a%C2%85b of a tenant that cannot be read: unauthenticated:"
                                + " the request carries no token",
                        "Refused PUT /api/settings of tenant " + site.clientKey()
                                + ": forbidden: Users may not change the settings of this app.");
    }

    @Test
    void whatIsOutOfReachIsAWarning() {
        HostKeys unreachable = kid -> {
            throw new HostUnavailableException("the key server answers 500");
        };
        try (var server = new TestServer(Site.jiraApp(), unreachable, SERVER.clock())) {
            // The new server has set up the log anew.
            listen();
            server.send(site.callback("uninstalled"));
        }

        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN);
        assertThat(logged())
                .containsExactly("Refused POST /uninstalled of tenant " + site.clientKey()
                        + ": unavailable: the key server answers 500");
    }

    @Test
    void noLineHoldsATokenOrASecret() {
        var call = site.callback("installed", site.body("installed").replace("\"jira\"", "\"confluence\""));
        SERVER.send(call);
        SERVER.send(call.token("second-token"));

        var token = call.headers().get(call.headers().size() - 1).replaceFirst(".*JWT ", "");
        assertThat(logged()).hasSize(2).noneMatch(line -> line.contains(site.secret()) || line.contains(token));
    }

    @Test
    void ordinaryAnswersAndStrangersLeaveNoLine() {
        SERVER.send(site.callback("installed"));
        SERVER.send(site.get("absent"));
        SERVER.send(site.put("appSettings", "1").header("If-None-Match", "*"));
        SERVER.send(Call.of("GET", "/wp-login.php"));
        SERVER.send(Call.of("GET", "/installed"));

        assertThat(logged()).isEmpty();
    }

    private List<String> logged() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
