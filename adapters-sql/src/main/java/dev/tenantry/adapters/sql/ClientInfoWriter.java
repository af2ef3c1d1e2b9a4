package dev.tenantry.adapters.sql;

import dev.tenantry.adapters.sql.ClientInfo.Fact;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.SharedSecret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes one {@code clientInfo}: ACE's members first, so that ACE reads it, and ours in {@code tenantry}. */
final class ClientInfoWriter {

    private final Map<String, String> members = new LinkedHashMap<>();

    private ClientInfoWriter() {}

    static String write(ClientInfo info) {
        var record = info.record();
        var target = new ClientInfoWriter();
        target.put(Names.APP_KEY, named(record.installation().appKey()));
        target.put(Names.CLIENT_KEY, record.id().value());
        target.put(Names.SHARED_SECRET, record.secrets().current().map(SharedSecret::reveal));
        target.put(record.installation());
        target.members.put(Names.TENANTRY, tenantry(info));
        return Json.object(target.members);
    }

    private static String tenantry(ClientInfo info) {
        var record = info.record();
        var target = new ClientInfoWriter();
        target.put(record.lifecycle());
        target.put(Names.INCARNATION, record.incarnation().map(Object::toString));
        record.secrets().previous().ifPresent(previous -> target.members.put(Names.PREVIOUS, previous(previous)));
        target.put(Names.RETIRED_SECRET, record.secrets().retired().map(SharedSecret::reveal));
        target.members.put(Names.SEEDS, texts(record.seeds()));
        target.members.put(Names.LINKS, links(info));
        info.unknown().forEach(target.members::putIfAbsent);
        return Json.object(target.members);
    }

    private void put(Installation installation) {
        put(Names.BASE_URL, named(installation.baseUrl()));
        put(Names.PRODUCT_TYPE, named(installation.productType()));
        installation.fields().forEach((field, value) -> members.put(field.jsonName(), Json.quote(value)));
        installation.unknown().forEach((name, value) -> members.put(name, value.text()));
    }

    /** Empty is what the host did not name. */
    private static Optional<String> named(String value) {
        return Optional.of(value).filter(named -> !named.isEmpty());
    }

    private void put(Lifecycle lifecycle) {
        put(Names.STATUS, Names.of(lifecycle.status()));
        put(Names.INSTALLED_AT, lifecycle.installedAt().toString());
        put(Names.TOGGLED_AT, lifecycle.toggledAt().map(Object::toString));
        put(Names.UNINSTALLED_AT, lifecycle.uninstalledAt().map(Object::toString));
        if (!lifecycle.forge().isEmpty()) {
            members.put(Names.FORGE, forge(lifecycle));
        }
        put(Names.MIGRATION, lifecycle.migration().map(Object::toString));
    }

    private static String forge(Lifecycle lifecycle) {
        var target = new ClientInfoWriter();
        lifecycle.forge().forEach((alias, presence) -> target.put(alias.value(), presence.text()));
        return Json.object(target.members);
    }

    private static String previous(Previous previous) {
        var target = new ClientInfoWriter();
        target.put(Names.SECRET, previous.secret().reveal());
        target.put(Names.ROTATED_AT, previous.rotatedAt().toString());
        target.put(Names.UNTIL, previous.until().toString());
        return Json.object(target.members);
    }

    private static String texts(Map<?, ?> values) {
        var target = new ClientInfoWriter();
        values.forEach((name, value) -> target.put(name.toString(), value.toString()));
        return Json.object(target.members);
    }

    private static String links(ClientInfo info) {
        var target = new ClientInfoWriter();
        info.links().forEach((alias, fact) -> target.members.put(alias.value(), link(fact)));
        return Json.object(target.members);
    }

    private static String link(Fact fact) {
        var target = new ClientInfoWriter();
        target.put(Names.PROVENANCE, Names.of(fact.provenance()));
        target.put(Names.AT, fact.at().toString());
        return Json.object(target.members);
    }

    private void put(String name, String value) {
        members.put(name, Json.quote(value));
    }

    private void put(String name, Optional<String> value) {
        value.ifPresent(text -> put(name, text));
    }
}
