package dev.tenantry.domain.model;

/**
 * Where a tenant stands: installed → enabled ⇄ disabled → uninstalled → purging → gone, and back to installed. A tenant
 * that a Forge installation goes on using is {@link #FORGE} instead of uninstalled, and one that changes its region is
 * {@link #MOVED} where it leaves and {@link #ARRIVING} where it is copied to.
 */
public enum TenantStatus {
    /** The site called {@code installed}. */
    INSTALLED(true, true),
    /** The site called {@code enabled} after that. */
    ENABLED(true, true),
    /** The site called {@code disabled}: only tokens issued later prove that it has enabled the app again. */
    DISABLED(false, true),
    /** Only Forge has the app: it never was a Connect app here, or Connect has called {@code uninstalled} since. */
    FORGE(true, true),
    /** The site called {@code uninstalled}; the record waits for its retention to end. */
    UNINSTALLED(false, false),
    /** The retention has ended and the purge is removing what is left. */
    PURGING(false, false),
    /** The tenant goes to another region, or has gone there. */
    MOVED(false, false),
    /** The settings are being copied to this place from another region: written they may be, but no token is accepted. */
    ARRIVING(false, true);

    private final boolean live;
    private final boolean open;

    TenantStatus(boolean live, boolean open) {
        this.live = live;
        this.open = open;
    }

    /** Returns whether the app is installed and not disabled. */
    public boolean isLive() {
        return live;
    }

    /** Returns whether Connect has the app installed, disabled or not. */
    public boolean isConnected() {
        return isInUse() && this != FORGE;
    }

    /** Returns whether somebody may speak for the tenant. */
    public boolean isInUse() {
        return open && this != ARRIVING;
    }

    /** Returns whether the tenant's settings may be read and written; what the fence of every store asks. */
    public boolean isOpen() {
        return open;
    }
}
