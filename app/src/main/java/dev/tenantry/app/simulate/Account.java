package dev.tenantry.app.simulate;

import java.util.Locale;

/** Who sits before the browser, by their Atlassian account. */
enum Account {
    /** May change the settings. */
    ADMIN,
    /** May not. */
    USER,
    /** Nobody knows: the host does not answer. */
    UNKNOWN;

    String id() {
        return "simulated-" + name().toLowerCase(Locale.ROOT);
    }
}
