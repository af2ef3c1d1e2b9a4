package dev.tenantry.app;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LifecycleEvent;
import dev.tenantry.domain.port.in.LifecycleListener;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.DeclaredSettings;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs one line for each lifecycle event except the hourly ones of Forge that are no news, and after an install the default settings as the storage gives them back: the
 * operator sees that what was written can be read.
 */
final class LifecycleLog implements LifecycleListener {

    private static final Logger LOG = LoggerFactory.getLogger("tenantry.lifecycle");

    private final Storage storage;
    private final DeclaredSettings declared;
    private final Executor afterwards;

    /** @param afterwards runs the reading back, so that the host does not wait for it */
    LifecycleLog(Storage storage, DeclaredSettings declared, Executor afterwards) {
        this.storage = storage;
        this.declared = declared;
        this.afterwards = afterwards;
    }

    @Override
    public void after(LifecycleEvent event, LifecycleOutcome outcome) {
        var tenant = event.callback().tenant();
        boolean routine = event instanceof LifecycleEvent.OnForge && outcome == LifecycleOutcome.NOTHING_NEW;
        LOG.atLevel(routine ? Level.DEBUG : Level.INFO).log("{} of tenant {}: {}", event.name(), tenant, outcome);
        if (outcome == LifecycleOutcome.INSTALLED || outcome == LifecycleOutcome.REINSTALLED) {
            afterwards.execute(() -> readBack(tenant));
        }
    }

    private void readBack(TenantId tenant) {
        try {
            storage.installations().find(tenant).flatMap(TenantRecord::life).ifPresent(this::readBack);
        } catch (DomainException failure) {
            LOG.warn("cannot read back the settings of tenant {}: {}", tenant, failure.getMessage());
        }
    }

    private void readBack(Life life) {
        for (var setting : declared.defaults()) {
            boolean unchanged = storage.settings().find(life, setting.key()).equals(Optional.of(setting));
            LOG.info("setting {} of tenant {}: {}", setting.key(), life.tenant(), shown(setting, unchanged));
        }
    }

    /** A value that is not the configured default is the administrator's business, and no log's. */
    private String shown(Setting setting, boolean unchanged) {
        return unchanged ? declared.conceal(setting).text() : "not the default";
    }
}
