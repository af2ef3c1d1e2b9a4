package dev.tenantry.app.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.Region;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The {@code regions} block of config.yml: the app's other deployments, to which tenants can go.
 *
 * @param others by their regions; empty if tenants stay where they are
 */
public record RegionsBlock(@Valid Map<Region, RegionBlock> others) {

    static final RegionsBlock NONE = new RegionsBlock(Map.of());

    @JsonCreator
    static RegionsBlock parse(Map<String, RegionBlock> blocks) {
        var others = new EnumMap<Region, RegionBlock>(Region.class);
        blocks.forEach((name, block) -> others.put(region("regions", name), block));
        return new RegionsBlock(others);
    }

    /**
     * Returns the region of this name.
     *
     * @param key where the name stands, for the complaint
     */
    static Region region(String key, String name) {
        return Region.named(name)
                .orElseThrow(() -> new IllegalArgumentException(key + ": there is no region '" + name
                        + "'; it must be one of "
                        + Arrays.stream(Region.values()).map(Region::toString).collect(Collectors.joining(", "))));
    }

    /** Refuses what would end in a migration that cannot work. */
    void requireSenseWith(AppBlock app) {
        require(others.isEmpty() || app.product() != Product.BITBUCKET, "regions: Bitbucket migrates no app");
        app.ownRegion()
                .ifPresent(here -> require(!others.containsKey(here), "regions: " + here + " is app.region itself"));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Returns where hosts reach the app in each region, its own included; empty if tenants stay where they are. */
    public Map<Region, String> baseUrls(AppBlock app) {
        var urls = new EnumMap<Region, String>(Region.class);
        if (!others.isEmpty()) {
            others.forEach((region, block) -> urls.put(region, block.baseUrl().toString()));
            app.ownRegion().ifPresent(here -> urls.put(here, app.baseUrl().toString()));
        }
        return urls;
    }
}
