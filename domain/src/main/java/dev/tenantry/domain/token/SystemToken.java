package dev.tenantry.domain.token;

/**
 * The token with which the app may call the host's API for one Forge installation ({@code x-forge-oauth-system}).
 *
 * <p>Opaque. It lives as long as the call that brought it: nothing stores it, and it never prints.
 */
public final class SystemToken {

    private final String text;

    /** Takes the text as it was sent. */
    public SystemToken(String text) {
        this.text = text;
    }

    /** Returns the token in the clear: for the header of a call to the host, never for a log. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "SystemToken[***]";
    }
}
