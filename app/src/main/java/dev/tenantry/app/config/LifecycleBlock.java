package dev.tenantry.app.config;

import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.service.LifecyclePolicy;
import dev.tenantry.domain.service.LifecyclePolicy.OnUninstall;
import io.dropwizard.util.Duration;
import io.dropwizard.validation.MaxDuration;
import io.dropwizard.validation.MinDuration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The {@code lifecycle} block of config.yml.
 *
 * @param onUninstall what becomes of the settings; {@code delete} if absent
 * @param retention how long the record of an uninstalled tenant is kept, up to ten years; 60 days if absent
 * @param previousSecretGrace how long a replaced secret still verifies requests, up to a day; 10 minutes if absent
 * @param purgeInterval how often tenants past their retention are removed, a second to a day; an hour if absent
 */
public record LifecycleBlock(
        OnUninstall onUninstall,

        @MaxDuration(value = 3660, unit = TimeUnit.DAYS) Duration retention,

        @MaxDuration(value = 1, unit = TimeUnit.DAYS) Duration previousSecretGrace,

        @MinDuration(value = 1, unit = TimeUnit.SECONDS) @MaxDuration(value = 1, unit = TimeUnit.DAYS)
        Duration purgeInterval) {

    private static final Duration USUAL_RETENTION = Duration.days(60);
    private static final Duration USUAL_GRACE = Duration.minutes(10);
    private static final Duration USUAL_INTERVAL = Duration.hours(1);

    /** Jackson passes null for an absent key. */
    public LifecycleBlock {
        onUninstall = onUninstall == null ? OnUninstall.DELETE : onUninstall;
        retention = retention == null ? USUAL_RETENTION : retention;
        previousSecretGrace = previousSecretGrace == null ? USUAL_GRACE : previousSecretGrace;
        purgeInterval = purgeInterval == null ? USUAL_INTERVAL : purgeInterval;
    }

    static LifecycleBlock usual() {
        return new LifecycleBlock(OnUninstall.DELETE, USUAL_RETENTION, USUAL_GRACE, USUAL_INTERVAL);
    }

    /**
     * Returns what the operator wants to happen over a tenant's life.
     *
     * @param defaults what every incarnation of settings starts with
     */
    public LifecyclePolicy toPolicy(List<Setting> defaults) {
        return new LifecyclePolicy(
                onUninstall, retention.toJavaDuration(), previousSecretGrace.toJavaDuration(), defaults);
    }

    /** Returns how often tenants past their retention are removed. */
    public java.time.Duration interval() {
        return purgeInterval.toJavaDuration();
    }
}
