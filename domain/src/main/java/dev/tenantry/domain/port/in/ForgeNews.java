package dev.tenantry.domain.port.in;

import java.util.Locale;

/** What a call of a Forge installation is about. */
public enum ForgeNews {
    /** The app was installed. */
    INSTALLED,
    /** The app was upgraded to a new major version. */
    UPGRADED,
    /** The app's own schedule: it is still there. */
    HEARTBEAT,
    /** A page or the app itself uses the settings, which shows that it is there. */
    CALL,
    /** The app is about to be removed. */
    PRE_UNINSTALL;

    /** Returns its name in logs. */
    public String title() {
        return "forge-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether the call tells a version of the app that counts. */
    public boolean tellsVersion() {
        return this == INSTALLED || this == UPGRADED;
    }

    /** Returns whether it may be refused for now: Forge tells it again a minute later, up to four times. */
    public boolean comesAgain() {
        return this == INSTALLED || this == UPGRADED;
    }
}
