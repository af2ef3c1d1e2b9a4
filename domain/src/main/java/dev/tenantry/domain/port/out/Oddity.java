package dev.tenantry.domain.port.out;

/** What an import meets in the data of other frameworks and handles by a rule; no fault, but an operator may ask. */
public enum Oddity {
    /** A cached access token of the framework's own. Left out: tokens expire, and the app fetches new ones. */
    CACHED_TOKEN("cached access tokens left out", false),
    /** A null. ACE cannot tell it from an absent setting. */
    NULL_VALUE("nulls left out, which ACE takes for absent", false),
    /** Something beside the framework's data. */
    STRANGER("other things in the same database left alone", false),
    /** A JSON object or array in a JSON string. ACE unpacks it whenever it reads it; here it is unpacked once. */
    PACKED_VALUE("values unpacked that were JSON in a JSON string", false),
    /** An older row under a name that a newer one has; ACE's own race leaves such. */
    DUPLICATE("duplicates left out, of which another row is newer", true),
    /** A setting without an installation beside it: apps on ACE often delete only that when they are uninstalled. */
    ORPHAN("settings left out that are nobody's: there is no clientInfo beside them", true),
    /** A link to a tenant that is not there. */
    LOOSE_LINK("links to no tenant left out", true),
    /** A Redis key that two tenants might have: ACE joins clientKey and key by a colon. */
    AMBIGUOUS_KEY("keys that two tenants could have, given to the one with the longer clientKey", true),
    /** A tenant without a shared secret. */
    NO_SECRET("tenants without a sharedSecret, which stay closed until their site installs the app again", true),
    /** A tenant that ACE has as Tenantry wrote it. */
    TENANTRY_RECORD("tenants that Tenantry has changed already", false),
    /** A tenant of which the target has news that the source has not. */
    NEWER_HERE("tenants left as they are here, which is newer", true);

    private final String meaning;
    private final boolean named;

    Oddity(String meaning, boolean named) {
        this.meaning = meaning;
        this.named = named;
    }

    /** Returns what to say after the number of them. */
    public String meaning() {
        return meaning;
    }

    /** Returns whether each is worth a line of its own. */
    public boolean isNamed() {
        return named;
    }
}
