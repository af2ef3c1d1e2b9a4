package dev.tenantry.app.move;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import java.time.Instant;
import java.util.Optional;

/** Writes a tenant's record into its line. */
final class RecordWriter {

    private RecordWriter() {}

    /** Writes all but the secrets. */
    static void write(TenantRecord record, ObjectNode line) {
        write(record.installation(), line);
        write(record.lifecycle(), line);
        record.incarnation().ifPresent(incarnation -> line.put(Names.INCARNATION, incarnation.toString()));
        var seeds = line.putObject(Names.SEEDS);
        record.seeds().forEach((key, tag) -> seeds.put(key.value(), tag.value()));
    }

    private static void write(Installation installation, ObjectNode line) {
        line.put(Names.APP_KEY, installation.appKey());
        line.put(Names.PRODUCT_TYPE, installation.productType());
        line.put(Names.BASE_URL, installation.baseUrl());
        var fields = line.putObject(Names.FIELDS);
        installation.fields().forEach((field, value) -> fields.put(field.jsonName(), value));
        var unknown = line.putObject(Names.UNKNOWN);
        installation.unknown().forEach((name, value) -> unknown.put(name, value.text()));
    }

    private static void write(Lifecycle lifecycle, ObjectNode line) {
        line.put(Names.STATUS, Names.of(lifecycle.status()));
        at(line, Names.INSTALLED_AT, Optional.of(lifecycle.installedAt()));
        at(line, Names.TOGGLED_AT, lifecycle.toggledAt());
        at(line, Names.UNINSTALLED_AT, lifecycle.uninstalledAt());
        var forge = line.putObject(Names.FORGE);
        lifecycle.forge().forEach((installation, presence) -> forge.put(installation.value(), presence.text()));
        lifecycle.migration().ifPresent(migration -> line.put(Names.MIGRATION, migration.toString()));
    }

    static void write(Secrets secrets, ObjectNode object) {
        secret(object, Names.CURRENT, secrets.current());
        secrets.previous().ifPresent(previous -> {
            var member = object.putObject(Names.PREVIOUS);
            secret(member, Names.SECRET, Optional.of(previous.secret()));
            at(member, Names.ROTATED_AT, Optional.of(previous.rotatedAt()));
            at(member, Names.UNTIL, Optional.of(previous.until()));
        });
        secret(object, Names.RETIRED, secrets.retired());
    }

    private static void secret(ObjectNode object, String name, Optional<SharedSecret> secret) {
        secret.ifPresent(present -> object.put(name, present.reveal()));
    }

    private static void at(ObjectNode object, String name, Optional<Instant> instant) {
        instant.ifPresent(present -> object.put(name, present.toString()));
    }
}
