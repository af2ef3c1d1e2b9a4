package dev.tenantry.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingDefinition;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.Callback;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.in.Proof;
import dev.tenantry.domain.service.DeclaredSettings;
import dev.tenantry.domain.service.DeclaredSettings.Undeclared;
import dev.tenantry.domain.service.LifecyclePolicy;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import dev.tenantry.domain.service.LifecycleRules;
import dev.tenantry.domain.service.LifecycleService;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LifecycleLogTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final DeclaredSettings DECLARED = DeclaredSettings.of(
            List.of(new SettingDefinition(
                    new SettingKey("appSettings"),
                    "",
                    "",
                    Optional.of(new JsonText("{\"properties\":{\"b\":{\"secret\":true}}}")),
                    Optional.of(new JsonText("{\"a\":1,\"b\":\"tell-nobody\"}")))),
            new JsonSchemas(),
            Undeclared.ALLOWED);
    private static final Setting DEFAULT = DECLARED.defaults().get(0);

    private final Logger logger = (Logger) LoggerFactory.getLogger("tenantry.lifecycle");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final InMemoryStorage storage = new InMemoryStorage();
    private final LifecycleLog log = new LifecycleLog(storage, DECLARED, Runnable::run);
    private final LifecycleEvent installed = new LifecycleEvent.Installed(
            new Callback(ACME, Instant.EPOCH, new Proof.InstallKey()),
            new Installation("app", "jira", "https://acme.atlassian.net", Map.of(), Map.of()),
            Optional.of(new SharedSecret("tell-nobody")));

    /** A command that ran in this JVM leaves the level of its own start. */
    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private void install() {
        var policy = new LifecyclePolicy(OnUninstall.DELETE, Duration.ofDays(60), Duration.ZERO, List.of(DEFAULT));
        var rules = new LifecycleRules(policy, Clock.systemUTC(), new SecureRandom());
        new LifecycleService(storage, rules, List.of(), Clock.systemUTC()).apply(installed);
    }

    private List<String> told() {
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void anInstallIsToldWithTheDefaultsReadBackAndWithoutSecrets() {
        install();
        log.after(installed, LifecycleOutcome.INSTALLED);
        assertThat(told())
                .containsExactly(
                        "installed of tenant acme: INSTALLED",
                        "setting appSettings of tenant acme: {\"a\":1,\"b\":{\"$secret\":true}}");
    }

    @Test
    void aValueThatSomebodyPutThereIsNotTold() {
        install();
        var life =
                storage.installations().find(ACME).flatMap(TenantRecord::life).orElseThrow();
        var changed = new Setting(DEFAULT.key(), new JsonText("\"tell-nobody\""));
        storage.settings().put(life, changed, new Precondition.Any(), 10);
        log.after(installed, LifecycleOutcome.REINSTALLED);
        assertThat(told()).contains("setting appSettings of tenant acme: not the default");
    }

    @Test
    void anEventThatIsNoNewsIsOneLine() {
        install();
        log.after(installed, LifecycleOutcome.NOTHING_NEW);
        assertThat(told()).containsExactly("installed of tenant acme: NOTHING_NEW");
    }
}
