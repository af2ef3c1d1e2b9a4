package dev.tenantry.domain.model;

/**
 * Where in Forge's hosted key-value store a value lies. The same key may be on both shelves.
 *
 * <p>Source of the limits: Atlassian, Forge, "KVS and Custom Entity Store limits" and "Encrypting stored data".
 */
public enum HostedShelf {
    /** What queries find. */
    PLAIN(240 * 1024),
    /** What Forge encrypts, and gives out by its key alone. */
    SECRET(128 * 1024);

    private final int maxBytes;

    HostedShelf(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Returns the largest value, in bytes of UTF-8. */
    public int maxBytes() {
        return maxBytes;
    }
}
