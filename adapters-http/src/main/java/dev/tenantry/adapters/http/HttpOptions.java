package dev.tenantry.adapters.http;

import dev.tenantry.adapters.http.auth.ServiceToken;
import dev.tenantry.adapters.http.descriptor.Feature;
import dev.tenantry.domain.model.Region;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * What an operator may choose about the routes.
 *
 * @param appName how people know the app
 * @param descriptorTemplate a JSON object with more members for the descriptor, such as {@code modules}; what only this
 *     server can know, such as {@code baseUrl}, is not taken from it
 * @param maxValueBytes the largest settings value, in bytes of UTF-8; longer bodies are not read to their end
 * @param serviceToken what the app's own backend shows on the admin port; empty turns its API off
 * @param regionBaseUrls where the app's other deployments are, and this one if it has a region; empty if tenants stay in one
 * @param features what the descriptor announces beside the lifecycle
 * @param healthy whether the server can do its work now; asked by the landing page, so it must answer within a second or so
 */
public record HttpOptions(
        String appName,
        Optional<String> descriptorTemplate,
        int maxValueBytes,
        Optional<ServiceToken> serviceToken,
        Map<Region, String> regionBaseUrls,
        Set<Feature> features,
        BooleanSupplier healthy) {}
