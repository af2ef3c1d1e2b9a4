package dev.tenantry.domain.model;

/**
 * The token with which the app may call the host's API as the user of one call of a page ({@code x-forge-oauth-user}).
 *
 * <p>Opaque. It never prints, and nothing keeps it beyond its call. Immutable.
 */
public final class UserToken {

    private final String text;

    /** Takes the text as it was sent. */
    public UserToken(String text) {
        this.text = text;
    }

    /** Returns the token in the clear: for the header of a call to the host, never for a log. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "UserToken[***]";
    }
}
