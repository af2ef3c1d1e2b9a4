package dev.tenantry.adapters.mongo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import java.util.Optional;

/**
 * Writes a record as JSON text. It is text and no document of MongoDB's, because it is compared as a whole, because names
 * of members may hold what names of fields may not, and because a host may send half a surrogate pair, which only an
 * escape can carry.
 */
final class RecordWriter {

    static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final ObjectNode target = JSON.createObjectNode();

    private RecordWriter() {}

    static String write(TenantRecord record) {
        var writer = new RecordWriter();
        writer.put(record.installation());
        writer.put(record.secrets());
        writer.put(record.lifecycle());
        writer.put(Names.INCARNATION, record.incarnation().map(Object::toString));
        var seeds = writer.target.putObject(Names.SEEDS);
        record.seeds().forEach((key, tag) -> seeds.put(key.value(), tag.value()));
        try {
            return JSON.writeValueAsString(writer.target);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    private void put(Installation installation) {
        target.put(Names.APP_KEY, installation.appKey());
        target.put(Names.BASE_URL, installation.baseUrl());
        target.put(Names.PRODUCT_TYPE, installation.productType());
        var fields = target.putObject(Names.FIELDS);
        installation.fields().forEach((field, value) -> fields.put(field.jsonName(), value));
        var unknown = target.putObject(Names.UNKNOWN);
        installation.unknown().forEach((name, value) -> unknown.put(name, value.text()));
    }

    private void put(Secrets secrets) {
        put(Names.SHARED_SECRET, secrets.current().map(SharedSecret::reveal));
        secrets.previous()
                .ifPresent(previous -> target.putObject(Names.PREVIOUS)
                        .put(Names.SECRET, previous.secret().reveal())
                        .put(Names.ROTATED_AT, previous.rotatedAt().toString())
                        .put(Names.UNTIL, previous.until().toString()));
        put(Names.RETIRED_SECRET, secrets.retired().map(SharedSecret::reveal));
    }

    private void put(Lifecycle lifecycle) {
        target.put(Names.STATUS, Names.of(lifecycle.status()));
        target.put(Names.INSTALLED_AT, lifecycle.installedAt().toString());
        put(Names.TOGGLED_AT, lifecycle.toggledAt().map(Object::toString));
        put(Names.UNINSTALLED_AT, lifecycle.uninstalledAt().map(Object::toString));
        var forge = target.putObject(Names.FORGE);
        lifecycle.forge().forEach((alias, presence) -> forge.put(alias.value(), presence.text()));
        put(Names.MIGRATION, lifecycle.migration().map(Object::toString));
    }

    private void put(String name, Optional<String> value) {
        value.ifPresent(text -> target.put(name, text));
    }
}
