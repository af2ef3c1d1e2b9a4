package dev.tenantry.adapters.http;

import static java.util.Map.entry;

import java.util.Map;

/** The requests on which we differ from ACE, each with the rule that wants it so. */
final class JwtExceptions {

    private static final String TENANT_IS_ISS = "the tenant is iss and nothing else (RFC 7519, section 4.1.1)";
    private static final String TIMES_REQUIRED = "iat and exp are required and are numbers (RFC 7519, section 2)";
    private static final String NOT_YET = "a token is not valid before nbf, nor issued over 30 s ahead of our clock";
    private static final String LEEWAY = "clocks may differ by 30 s (RFC 7519, section 4.1.4 allows a leeway)";
    private static final String STRINGS_ONLY = "iss and the elements of aud are strings (RFC 7519, section 2)";
    private static final String NO_PADDING = "segments are base64url without padding (RFC 7515, section 2)";
    private static final String HEADER_ONLY = "the token comes in Authorization only; URLs and bodies end in logs";
    private static final String QSH_REQUIRED = "a token is bound to its request or to its page's context";
    private static final String SITE_RULES = "a site is https, on a listed host and the scheme's own port";
    private static final String RIGHT_ROUTE = "an eventType is that of the route";

    static final Map<String, String> REASONS = Map.ofEntries(
            entry("h003", TENANT_IS_ISS),
            entry("h017", LEEWAY),
            entry("h022", TIMES_REQUIRED),
            entry("h023", TIMES_REQUIRED),
            entry("h024", TIMES_REQUIRED),
            entry("h026", TIMES_REQUIRED),
            entry("h031", NOT_YET),
            entry("h032", NOT_YET),
            entry("h033", TIMES_REQUIRED),
            entry("h044", STRINGS_ONLY),
            entry("h048", STRINGS_ONLY),
            entry("h062", NO_PADDING),
            entry("h111", HEADER_ONLY),
            entry("h114", HEADER_ONLY),
            entry("h116", HEADER_ONLY),
            entry("h122", "session tokens carry no qsh, so there is no header for them"),
            entry("h129", "a token in the header counts whether or not there is a body; ACE needs a body parser"),
            entry("h140", QSH_REQUIRED),
            entry("h141", QSH_REQUIRED),
            entry("h142", QSH_REQUIRED),
            entry("h148", QSH_REQUIRED),
            entry("h151", "the secret before a rotation verifies requests for the time of its grace"),
            entry("i168", LEEWAY),
            entry("i169", TIMES_REQUIRED),
            entry("i170", NOT_YET),
            entry("i171", NOT_YET),
            entry("i179", "a key server that fails has not answered; the host may repeat its call (503)"),
            entry("i189", NO_PADDING),
            entry("i193", HEADER_ONLY),
            entry("i194", HEADER_ONLY),
            entry("i202", SITE_RULES),
            entry("i203", SITE_RULES),
            entry("i208", "an install names this app's key"),
            entry("i209", RIGHT_ROUTE),
            entry("i210", "an install without OAuth 2.0 brings a secret, or nobody could ever sign"),
            entry("i219", RIGHT_ROUTE));

    private JwtExceptions() {}
}
