package dev.tenantry.app.move;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.ForgePresence;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Migration;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import java.time.DateTimeException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a tenant's record from its line. */
final class RecordReader {

    private final Members line;

    RecordReader(Members line) {
        this.line = line;
    }

    TenantRecord read() {
        var tenant = new TenantId(line.text(Names.TENANT));
        return new TenantRecord(
                tenant,
                installation(),
                line.object(Names.SECRETS).map(RecordReader::secrets).orElseGet(RecordReader::noSecrets),
                lifecycle(),
                line.find(Names.INCARNATION).map(RecordReader::incarnation),
                seeds());
    }

    private Installation installation() {
        var fields = new EnumMap<HostField, String>(HostField.class);
        line.texts(Names.FIELDS).forEach((name, value) -> fields.put(field(name), value));
        var unknown = new LinkedHashMap<String, JsonText>();
        line.texts(Names.UNKNOWN).forEach((name, value) -> unknown.put(name, LineReader.json(value)));
        return new Installation(
                line.text(Names.APP_KEY), line.text(Names.PRODUCT_TYPE), line.text(Names.BASE_URL), fields, unknown);
    }

    private static HostField field(String name) {
        return HostField.named(name)
                .orElseThrow(() -> new IllegalArgumentException("\"fields\" has an unknown member: \"" + name + '"'));
    }

    private Lifecycle lifecycle() {
        return new Lifecycle(
                LineReader.constant(TenantStatus.class, line, Names.STATUS),
                line.at(Names.INSTALLED_AT),
                line.findAt(Names.TOGGLED_AT),
                line.findAt(Names.UNINSTALLED_AT),
                forge(),
                line.find(Names.MIGRATION).map(RecordReader::migration));
    }

    private Map<Alias, ForgePresence> forge() {
        var forge = new HashMap<Alias, ForgePresence>();
        line.texts(Names.FORGE).forEach((alias, presence) -> forge.put(new Alias(alias), presence(presence)));
        return forge;
    }

    private static ForgePresence presence(String text) {
        try {
            return ForgePresence.parse(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("\"forge\" has no time in it", malformed);
        }
    }

    private static Migration migration(String text) {
        try {
            return Migration.parse(text);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw new IllegalArgumentException("\"migration\" tells of none", malformed);
        }
    }

    private static Incarnation incarnation(String text) {
        try {
            return Incarnation.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("\"incarnation\" is no UUID", malformed);
        }
    }

    private Map<SettingKey, ETag> seeds() {
        var seeds = new HashMap<SettingKey, ETag>();
        line.texts(Names.SEEDS).forEach((key, tag) -> seeds.put(new SettingKey(key), new ETag(tag)));
        return seeds;
    }

    private static Secrets secrets(Members members) {
        var previous = members.object(Names.PREVIOUS).map(RecordReader::previous);
        var secrets = new Secrets(secret(members, Names.CURRENT), previous, secret(members, Names.RETIRED));
        members.requireNoMore();
        return secrets;
    }

    private static Secrets.Previous previous(Members members) {
        var previous = new Secrets.Previous(
                new SharedSecret(members.text(Names.SECRET)), members.at(Names.ROTATED_AT), members.at(Names.UNTIL));
        members.requireNoMore();
        return previous;
    }

    private static Optional<SharedSecret> secret(Members members, String name) {
        return members.find(name).map(SharedSecret::new);
    }

    private static Secrets noSecrets() {
        return Secrets.starting(Optional.empty());
    }
}
