package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.ClientInfo.Fact;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code clientInfo}: ACE's members, and ours in the member {@code tenantry}. Each member is taken away when it
 * is understood; what is left is kept as it is. Malformed text is an {@link IllegalArgumentException} or a
 * {@link java.time.DateTimeException}.
 */
final class ClientInfoReader {

    private final TenantId tenant;
    private final Map<String, String> ace;
    private final Optional<Map<String, String>> ours;

    /** @param text an object, or, in rows of old versions of ACE, a string that holds one */
    ClientInfoReader(TenantId tenant, String text) {
        this.tenant = tenant;
        this.ace = Json.members(Json.string(text).orElse(text));
        this.ours = Optional.ofNullable(ace.remove(Names.TENANTRY))
                .filter(member -> !member.equals("null"))
                .map(Json::members);
    }

    ClientInfo read() {
        var secrets = secrets();
        var installation = installation();
        var record = new TenantRecord(tenant, installation, secrets, lifecycle(), incarnation(), seeds());
        return new ClientInfo(record, links(), ours.orElse(Map.of()));
    }

    private Installation installation() {
        ace.remove(Names.CLIENT_KEY);
        var appKey = takeText(Names.APP_KEY);
        var productType = takeText(Names.PRODUCT_TYPE);
        var baseUrl = takeText(Names.BASE_URL);
        var fields = new EnumMap<HostField, String>(HostField.class);
        for (var field : HostField.values()) {
            take(ace, field.jsonName()).ifPresent(value -> fields.put(field, value));
        }
        var unknown = new LinkedHashMap<String, JsonText>();
        ace.computeIfPresent(Names.PRINCIPAL, (name, value) -> principal(value));
        ace.forEach((name, value) -> unknown.put(name, new JsonText(value)));
        return new Installation(appKey, productType, baseUrl, fields, unknown);
    }

    /** Of Bitbucket's workspace or user, what it is and which one; ACE keeps the rest, which may name a person. */
    private static @Nullable String principal(String json) {
        if (!json.startsWith("{")) {
            return null;
        }
        var members = Json.members(json);
        members.keySet().retainAll(Names.OF_PRINCIPAL);
        members.values().removeIf(value -> Json.string(value).isEmpty());
        return Json.object(members);
    }

    private Secrets secrets() {
        var current = take(ace, Names.SHARED_SECRET).filter(secret -> !secret.isEmpty());
        var previous = takeObject(Names.PREVIOUS)
                .map(p -> new Previous(
                        new SharedSecret(text(p, Names.SECRET)), at(p, Names.ROTATED_AT), at(p, Names.UNTIL)));
        return new Secrets(
                current.map(SharedSecret::new),
                previous,
                takeOurs(Names.RETIRED_SECRET).map(SharedSecret::new));
    }

    private Lifecycle lifecycle() {
        return ours.map(members -> new Lifecycle(
                        Names.status(text(members, Names.STATUS)),
                        at(members, Names.INSTALLED_AT),
                        take(members, Names.TOGGLED_AT).map(Instant::parse),
                        take(members, Names.UNINSTALLED_AT).map(Instant::parse),
                        forge(),
                        take(members, Names.MIGRATION).map(Migration::parse)))
                .orElseGet(Lifecycle::legacy);
    }

    private Map<Alias, ForgePresence> forge() {
        var forge = new HashMap<Alias, ForgePresence>();
        takeObject(Names.FORGE)
                .orElse(Map.of())
                .forEach((alias, presence) -> forge.put(
                        new Alias(alias),
                        ForgePresence.parse(Json.string(presence).orElseThrow(ClientInfoReader::malformed))));
        return forge;
    }

    private Optional<Incarnation> incarnation() {
        return ours.isEmpty()
                ? Optional.of(Incarnation.LEGACY)
                : takeOurs(Names.INCARNATION).map(Incarnation::parse);
    }

    private Map<SettingKey, ETag> seeds() {
        var seeds = new HashMap<SettingKey, ETag>();
        takeObject(Names.SEEDS)
                .orElse(Map.of())
                .forEach((key, tag) -> seeds.put(
                        new SettingKey(key), new ETag(Json.string(tag).orElseThrow(ClientInfoReader::malformed))));
        return seeds;
    }

    private Map<Alias, Fact> links() {
        var links = new HashMap<Alias, Fact>();
        takeObject(Names.LINKS).orElse(Map.of()).forEach((alias, fact) -> links.put(new Alias(alias), fact(fact)));
        return links;
    }

    private static Fact fact(String json) {
        var members = Json.members(json);
        return new Fact(Provenance.valueOf(Names.constant(text(members, Names.PROVENANCE))), at(members, Names.AT));
    }

    private String takeText(String name) {
        return take(ace, name).orElse("");
    }

    private Optional<String> takeOurs(String name) {
        return ours.flatMap(members -> take(members, name));
    }

    private Optional<Map<String, String>> takeObject(String name) {
        return ours.map(members -> members.remove(name)).map(Json::members);
    }

    /** Takes a member away if it is a string; anything else stays as it is. */
    private static Optional<String> take(Map<String, String> members, String name) {
        var value = Optional.ofNullable(members.get(name)).flatMap(Json::string);
        value.ifPresent(understood -> members.remove(name));
        return value;
    }

    private static String text(Map<String, String> members, String name) {
        return take(members, name).orElseThrow(ClientInfoReader::malformed);
    }

    private static Instant at(Map<String, String> members, String name) {
        return Instant.parse(text(members, name));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a member is missing or no string");
    }
}
