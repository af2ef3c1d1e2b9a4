package dev.tenantry.adapters.redis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Locale;

/** Writes a record's parts in one order, so that equal records nearly always have equal texts. */
final class RecordWriter {

    private RecordWriter() {}

    static ObjectNode write(TenantRecord record) {
        var target = object();
        write(record.installation(), target);
        write(record.secrets(), target);
        write(record.lifecycle(), target);
        record.incarnation().ifPresent(incarnation -> target.put("incarnation", incarnation.toString()));
        var seeds = target.putObject("seeds");
        record.seeds().forEach((key, tag) -> seeds.put(key.value(), tag.value()));
        return target;
    }

    /** The members that we do not know are kept as texts: a tree would not keep their digits. */
    private static void write(Installation installation, ObjectNode target) {
        target.put("appKey", installation.appKey());
        target.put("productType", installation.productType());
        target.put("baseUrl", installation.baseUrl());
        var fields = target.putObject("fields");
        installation.fields().forEach((field, value) -> fields.put(field.jsonName(), value));
        var unknown = target.putObject("unknown");
        installation.unknown().forEach((name, value) -> unknown.put(name, value.text()));
    }

    private static void write(Secrets secrets, ObjectNode target) {
        secrets.current().map(SharedSecret::reveal).ifPresent(secret -> target.put("secret", secret));
        secrets.retired().map(SharedSecret::reveal).ifPresent(secret -> target.put("retiredSecret", secret));
        secrets.previous()
                .ifPresent(previous -> target.putObject("previous")
                        .put("secret", previous.secret().reveal())
                        .put("rotatedAt", previous.rotatedAt().toString())
                        .put("until", previous.until().toString()));
    }

    private static void write(Lifecycle lifecycle, ObjectNode target) {
        target.put("status", lifecycle.status().name().toLowerCase(Locale.ROOT));
        target.put("installedAt", lifecycle.installedAt().toString());
        lifecycle.toggledAt().ifPresent(at -> target.put("toggledAt", at.toString()));
        lifecycle.uninstalledAt().ifPresent(at -> target.put("uninstalledAt", at.toString()));
        var forge = target.putObject("forge");
        lifecycle.forge().forEach((alias, presence) -> forge.put(alias.value(), presence.text()));
        lifecycle.migration().ifPresent(migration -> target.put("migration", migration.toString()));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
