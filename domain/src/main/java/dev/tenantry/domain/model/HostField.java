package dev.tenantry.domain.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The optional text members of an {@code installed} payload that we know, under their names in the protocol and in
 * ACE's {@code clientInfo}.
 *
 * <p>Source: Atlassian's lifecycle payload as modelled in atlassian-connect-spring-boot 4.1.1 and Bitbucket's app
 * documentation.
 */
public enum HostField {
    AUTHENTICATION("authentication"),
    BASE_API_URL("baseApiUrl"),
    CLOUD_ID("cloudId"),
    DESCRIPTION("description"),
    DISPLAY_URL("displayUrl"),
    DISPLAY_URL_SERVICEDESK_HELP_CENTER("displayUrlServicedeskHelpCenter"),
    ENTITLEMENT_ID("entitlementId"),
    ENTITLEMENT_NUMBER("entitlementNumber"),
    EVENT_TYPE("eventType"),
    INSTALLATION_ID("installationId"),
    OAUTH_CLIENT_ID("oauthClientId"),
    PLUGINS_VERSION("pluginsVersion"),
    PUBLIC_KEY("publicKey"),
    SERVER_VERSION("serverVersion"),
    SERVICE_ENTITLEMENT_NUMBER("serviceEntitlementNumber");

    private static final Map<String, HostField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(HostField::jsonName, Function.identity()));

    private final String jsonName;

    HostField(String jsonName) {
        this.jsonName = jsonName;
    }

    /** Returns the member's name in the payload. */
    public String jsonName() {
        return jsonName;
    }

    /** Returns the field with this member name, or empty for a member that we do not know. */
    public static Optional<HostField> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }
}
