package dev.tenantry.adapters.http.descriptor;

/** What the app does beside hearing of its lifecycle, and hosts must therefore know or grant. */
public enum Feature {
    /** It asks the host who is an administrator. */
    ADMINISTRATOR_CHECK,
    /** It has a page for its settings. */
    SETTINGS_PAGE
}
