package dev.tenantry.domain.port.out;

import java.util.Optional;

/** What an import meets in the data of other frameworks and handles by a rule; no fault, but an operator may ask. */
public enum Oddity {
    /** A cached access token of the framework's own. Left out: tokens expire, and the app fetches new ones. */
    CACHED_TOKEN("cached access tokens left out"),
    /** A null. ACE cannot tell it from an absent setting. */
    NULL_VALUE("nulls left out, which ACE takes for absent"),
    /** Something beside the framework's data. */
    STRANGER("other things in the same database left alone"),
    /** A JSON object or array in a JSON string. ACE unpacks it whenever it reads it; here it is unpacked once. */
    PACKED_VALUE("values unpacked that were JSON in a JSON string"),
    /** A tenant that ACE has as Tenantry wrote it. */
    TENANTRY_RECORD("tenants that Tenantry has changed already"),
    /** An older row under a name that a newer one has; ACE's own race leaves such. */
    DUPLICATE("duplicates left out", "left out: another row of this name is newer"),
    /** A setting without an installation beside it: apps on ACE often delete only that when they are uninstalled. */
    ORPHAN("settings of no tenant left out", "left out: there is no clientInfo beside it"),
    /** A link to a tenant that is not there. */
    LOOSE_LINK("links to no tenant left out", "left out: there is no such tenant"),
    /** A Redis key that two tenants might have: ACE joins clientKey and key by a colon. */
    AMBIGUOUS_KEY("keys that two tenants could have", "taken for a key of the tenant with the longer clientKey"),
    /** A tenant without a shared secret. */
    NO_SECRET("tenants without a sharedSecret", "has no sharedSecret: closed until its site installs the app again"),
    /** A tenant of which the target has news that the source has not. */
    NEWER_HERE("tenants left as they are here", "left as it is here, which is newer");

    private final String counted;
    private final String told;

    Oddity(String counted) {
        this(counted, "");
    }

    Oddity(String counted, String told) {
        this.counted = counted;
        this.told = told;
    }

    /** Returns what to say after the number of them. */
    public String counted() {
        return counted;
    }

    /** Returns what to say after the name of one, or empty if one is not worth a line. */
    public Optional<String> told() {
        return Optional.of(told).filter(sentence -> !sentence.isEmpty());
    }
}
