package dev.tenantry.adapters.http.descriptor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Region;
import java.util.Map;

/**
 * What a descriptor says of the regions that an app keeps its data in.
 *
 * <p>Source: Atlassian, "Data residency" and "Data residency migrations" (Connect).
 */
final class DataResidency {

    private static final String MEMBER = "dataResidency";

    /** Up to this long the app moves together with the product, without notice some days ahead. */
    private static final double USUAL_HOURS = 1.5;

    private DataResidency() {}

    /** Adds all of it; how long a migration may take stays as a template says it. */
    static void announce(ObjectNode descriptor, Map<Region, String> regionBaseUrls) {
        descriptor.withObject("/lifecycle").put("dare-migration", "/dare-migration");
        var urls = descriptor.putObject("regionBaseUrls");
        regionBaseUrls.forEach((region, url) -> {
            if (region != Region.GLOBAL) {
                urls.put(region.toString(), url);
            }
        });
        if (!descriptor.has(MEMBER)) {
            descriptor.putObject(MEMBER).put("maxMigrationDurationHours", USUAL_HOURS);
        }
    }
}
