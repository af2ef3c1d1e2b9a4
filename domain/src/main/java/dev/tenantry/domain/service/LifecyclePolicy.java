package dev.tenantry.domain.service;

import dev.tenantry.domain.model.Setting;
import java.time.Duration;
import java.util.List;

/**
 * What the operator wants to happen over a tenant's life.
 *
 * @param onUninstall what becomes of the settings
 * @param retention how long the record of an uninstalled tenant is kept, and under {@link OnUninstall#RETAIN} its settings
 * @param previousSecretGrace how long a replaced secret still verifies requests; zero for not at all
 * @param defaults the settings that every incarnation is given once, in the order of the configuration
 */
public record LifecyclePolicy(
        OnUninstall onUninstall, Duration retention, Duration previousSecretGrace, List<Setting> defaults) {

    /** What becomes of the settings when the app is uninstalled. */
    public enum OnUninstall {
        /** They go at once. */
        DELETE,
        /** They stay for the retention, and a re-install inside it finds them. */
        RETAIN
    }

    public LifecyclePolicy {
        defaults = List.copyOf(defaults);
    }
}
