package dev.tenantry.domain.model;

/**
 * One value as it goes into Forge's hosted key-value store.
 *
 * @param key its name there
 * @param json its exact text, no larger than its shelf allows and at most {@value #MAX_DEPTH} levels deep
 */
public record HostedValue(HostedKey key, JsonText json) {

    /** How many arrays and objects may lie within each other. */
    public static final int MAX_DEPTH = 31;

    private static final int UNIT = 10 * 1024;

    /** Returns what it costs to write or read this: its size in units of 10 KB, by which Forge limits the rate. */
    public int units() {
        return units(json.utf8().length);
    }

    /**
     * Returns what a request of this size costs.
     *
     * @param bytes not negative
     * @return at least 1
     */
    public static int units(int bytes) {
        return Math.max(1, (bytes + UNIT - 1) / UNIT);
    }
}
