package dev.tenantry.app.foreign;

import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.ForeignTenants;
import dev.tenantry.domain.port.out.Oddity;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Understands what ACE stored, and says of each thing that makes no sense why it does not. */
final class AceReader implements AceRows.Sink {

    private final ForeignTenants.Sink sink;
    private final boolean inPlace;

    AceReader(ForeignTenants.Sink sink, boolean inPlace) {
        this.sink = sink;
        this.inPlace = inPlace;
    }

    @Override
    public void tenant(String clientKey, Iterator<AceRows.Row> rows, List<String> aliases) {
        var name = "tenant " + clientKey;
        var first = rows.next();
        if (!first.key().equals(SettingKey.CLIENT_INFO) || first.value().isEmpty()) {
            Stream.concat(Stream.of(first), stream(rows))
                    .forEach(row -> sink.odd(Oddity.ORPHAN, nameOf(row, clientKey)));
            return;
        }
        try {
            tenant(AceClientInfo.parse(new TenantId(clientKey), first.value().get()), rows, aliases);
        } catch (IllegalArgumentException unsound) {
            sink.skip(Thing.TENANT, name, String.valueOf(unsound.getMessage()));
        } catch (RejectedException unreadable) {
            sink.skip(Thing.TENANT, name, "its clientInfo cannot be read: " + unreadable.detail());
        }
    }

    private void tenant(AceClientInfo info, Iterator<AceRows.Row> rows, List<String> aliases) {
        var record = info.record();
        var name = "tenant " + record.id();
        if (info.isTenantrys()) {
            sink.odd(Oddity.TENANTRY_RECORD, name);
        } else if (info.lacksSecret()) {
            sink.odd(Oddity.NO_SECRET, name);
        }
        if (info.isTenantrys() && !inPlace) {
            sink.skip(Thing.TENANT, name, "Tenantry has changed it already: this is a job for copy");
            return;
        }
        var settings = stream(rows).flatMap(row -> setting(record.id(), row).stream());
        var links = aliases.stream()
                .flatMap(alias -> link(record.id(), alias).stream())
                .toList();
        sink.tenant(record, settings.iterator(), links);
    }

    private static Stream<AceRows.Row> stream(Iterator<AceRows.Row> rows) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false);
    }

    private Optional<Setting> setting(TenantId tenant, AceRows.Row row) {
        var name = nameOf(row, tenant.value());
        if (row.key().startsWith(SettingKey.BEARER_PREFIX)) {
            sink.odd(Oddity.CACHED_TOKEN, name);
            return Optional.empty();
        }
        try {
            var key = new SettingKey(row.key());
            var value = row.value().map(AceValue::parse).filter(v -> !v.isNull());
            remark(value, name);
            return value.map(v -> new Setting(key, v.json()));
        } catch (IllegalArgumentException unsound) {
            sink.skip(Thing.SETTING, name, String.valueOf(unsound.getMessage()));
        } catch (RejectedException unreadable) {
            sink.skip(Thing.SETTING, name, unreadable.detail());
        }
        return Optional.empty();
    }

    private static String nameOf(AceRows.Row row, String clientKey) {
        return "setting " + row.key() + " of tenant " + clientKey;
    }

    private void remark(Optional<AceValue> value, String name) {
        if (value.isEmpty()) {
            sink.odd(Oddity.NULL_VALUE, name);
        } else if (value.get().wasPacked()) {
            sink.odd(Oddity.PACKED_VALUE, name);
        }
    }

    private Optional<Link> link(TenantId tenant, String alias) {
        try {
            return Optional.of(new Link(new Alias(alias), tenant, Link.Provenance.ACE, Instant.EPOCH));
        } catch (IllegalArgumentException unsound) {
            sink.skip(Thing.LINK, "link " + alias + " of tenant " + tenant, String.valueOf(unsound.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public void odd(Oddity oddity, String name) {
        sink.odd(oddity, name);
    }

    @Override
    public void skip(Thing thing, String name, String reason) {
        sink.skip(thing, name, reason);
    }
}
