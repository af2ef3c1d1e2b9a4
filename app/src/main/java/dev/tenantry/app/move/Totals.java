package dev.tenantry.app.move;

/**
 * What the last line of an export says that the file holds.
 *
 * @param tenants how many tenants
 * @param links how many links
 * @param settings how many settings
 */
record Totals(long tenants, long links, long settings) {

    static final Totals NONE = new Totals(0, 0, 0);

    Totals plus(long moreTenants, long moreLinks, long moreSettings) {
        return new Totals(tenants + moreTenants, links + moreLinks, settings + moreSettings);
    }
}
