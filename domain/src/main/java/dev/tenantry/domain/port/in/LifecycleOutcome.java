package dev.tenantry.domain.port.in;

/** What came of a lifecycle event. The host gets the same answer to all of them. */
public enum LifecycleOutcome {
    /** A tenant that we did not know, or had forgotten, began. */
    INSTALLED,
    /** An uninstalled tenant came back. */
    REINSTALLED,
    /** A tenant's installation changed while it was in use: a repeat, an upgrade, a rename or a new secret. */
    UPDATED,
    /** The tenant may be used. */
    ENABLED,
    /** The tenant may not be used for now. */
    DISABLED,
    /** The tenant is uninstalled. */
    UNINSTALLED,
    /** Connect has uninstalled the tenant, and a Forge installation goes on with its settings. */
    MOVED_TO_FORGE,
    /** The event is older than what was applied before, repeats it, or is about a tenant that has ended. */
    NOTHING_NEW
}
