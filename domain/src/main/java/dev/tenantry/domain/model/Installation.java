package dev.tenantry.domain.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What the host last told us about a tenant, without its secret (see {@link Secrets}).
 *
 * <p>Members that no version of the protocol we know has are kept as they came, except those that hold personal data or
 * a token: they are dropped here, so that no store can ever hold them. Immutable.
 *
 * @param appKey the payload's {@code key}; empty if the host named none
 * @param productType {@code jira}, {@code confluence}, {@code bitbucket}, or what a host may add; empty if it named none
 * @param baseUrl where the site's API is; empty if the host named none. It changes when a site is renamed, and is not
 *     unique: no tenant is ever looked up by it
 * @param fields the optional members that we know
 * @param unknown the other members, in the order of the payload, as exact JSON text; one that has a place above or in
 *     our own part of a stored record is left out. A member that we know but that came without being text stands here too
 */
public record Installation(
        String appKey,
        String productType,
        String baseUrl,
        Map<HostField, String> fields,
        Map<String, JsonText> unknown) {

    /** Members that are never stored: who acted, and tokens that older hosts put into the body. */
    private static final Set<String> DROPPED = Set.of("accountId", "user", "jwt", "sharedSecret");

    /** Members that older hosts sent and that hold a secret: Bitbucket's OAuth consumer of the app. */
    private static final Set<String> SECRET = Set.of("consumer");

    /** Members that have a place of their own, also in stores that keep everything in one JSON object as ACE does. */
    private static final Set<String> PLACED = Set.of("clientKey", "key", "productType", "baseUrl", "tenantry");

    public Installation {
        var known = new EnumMap<HostField, String>(HostField.class);
        known.putAll(fields);
        fields = Collections.unmodifiableMap(known);
        var kept = new LinkedHashMap<>(unknown);
        kept.keySet().removeAll(DROPPED);
        kept.keySet().removeAll(PLACED);
        known.keySet().forEach(field -> kept.remove(field.jsonName()));
        unknown = Collections.unmodifiableMap(kept);
    }

    /** Returns the members that hold a secret, by name. */
    public Map<String, JsonText> secrets() {
        var secrets = new LinkedHashMap<>(unknown);
        secrets.keySet().retainAll(SECRET);
        return secrets;
    }

    /** Returns the same with other texts in the place of the secrets. */
    public Installation withSecrets(BiFunction<String, JsonText, JsonText> change) {
        var changed = new LinkedHashMap<>(unknown);
        secrets().forEach((name, secret) -> changed.put(name, change.apply(name, secret)));
        return new Installation(appKey, productType, baseUrl, fields, changed);
    }

    /** Returns what may be shown to anybody who may see the tenant. */
    public Installation withoutSecrets() {
        var shown = new LinkedHashMap<>(unknown);
        shown.keySet().removeAll(SECRET);
        return new Installation(appKey, productType, baseUrl, fields, shown);
    }

    /** Names the members that we do not know, and shows none of them. */
    @Override
    public String toString() {
        return "Installation[appKey=%s, productType=%s, baseUrl=%s, fields=%s, unknown=%s]"
                .formatted(appKey, productType, baseUrl, fields, unknown.keySet());
    }

    /** Returns an optional member, or empty if the payload had none. */
    public Optional<String> field(HostField field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Returns the ARI of the Forge installation that belongs to this tenant, if the host ever named it. */
    public Optional<Alias> forgeInstallation() {
        return field(HostField.INSTALLATION_ID).flatMap(Alias::parse);
    }

    /**
     * Returns this newer payload as the successor of an older one: it replaces everything, but the absence of
     * {@code installationId} erases nothing (hosts leave it out of some later calls, and apps that believed them lost
     * the way to their tenant).
     */
    public Installation replacing(Installation older) {
        if (fields.containsKey(HostField.INSTALLATION_ID)
                || older.field(HostField.INSTALLATION_ID).isEmpty()) {
            return this;
        }
        var merged = new EnumMap<HostField, String>(HostField.class);
        merged.putAll(fields);
        merged.put(HostField.INSTALLATION_ID, older.fields.get(HostField.INSTALLATION_ID));
        return new Installation(appKey, productType, baseUrl, merged, unknown);
    }
}
