package dev.tenantry.domain.port.in;

import dev.tenantry.domain.model.TenantId;

/**
 * What the body of a lifecycle callback says about itself, to be held against its token.
 *
 * @param tenant the body's {@code clientKey}
 * @param appKey the body's {@code key}; empty if it has none
 * @param productType the body's {@code productType}; empty if it has none
 * @param baseUrl the body's {@code baseUrl}; empty if it has none
 * @param workspace the {@code uuid} of Bitbucket's {@code principal}; empty if it has none
 */
public record CallbackFacts(TenantId tenant, String appKey, String productType, String baseUrl, String workspace) {}
