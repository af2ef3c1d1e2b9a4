package dev.tenantry.domain.testkit;

import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.ForeignTenants;
import dev.tenantry.domain.port.out.Oddity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Remembers all tenants of a foreign source, and what it remarks. */
public final class CollectedTenants implements ForeignTenants.Sink {

    private final Map<TenantId, TenantRecord> records = new TreeMap<>();
    private final Map<TenantId, List<Setting>> settings = new TreeMap<>();
    private final Map<TenantId, List<Link>> links = new TreeMap<>();
    private final List<String> remarks = new ArrayList<>();

    /** Returns what a source says. */
    public static CollectedTenants of(ForeignTenants source) {
        var collected = new CollectedTenants();
        try (source) {
            source.read(collected);
        }
        return collected;
    }

    /** Returns the records by tenant. */
    public Map<TenantId, TenantRecord> records() {
        return records;
    }

    /** Returns the record of one tenant. */
    public TenantRecord record(String tenant) {
        return Objects.requireNonNull(records.get(new TenantId(tenant)), tenant);
    }

    /** Returns the settings of one tenant, in the order in which they came. */
    public List<Setting> settings(String tenant) {
        return settings.getOrDefault(new TenantId(tenant), List.of());
    }

    /** Returns the links of one tenant. */
    public List<Link> links(String tenant) {
        return links.getOrDefault(new TenantId(tenant), List.of());
    }

    /** Returns what was said besides, such as {@code CACHED_TOKEN key x} or {@code SETTING x: reason}. */
    public List<String> remarks() {
        return remarks;
    }

    @Override
    public void tenant(TenantRecord record, Iterator<Setting> found, List<Link> names) {
        records.put(record.id(), record);
        links.put(record.id(), names);
        var values = new ArrayList<Setting>();
        found.forEachRemaining(values::add);
        settings.put(record.id(), values);
    }

    @Override
    public void odd(Oddity oddity, String name) {
        remarks.add(oddity + " " + name);
    }

    @Override
    public void skip(Thing thing, String name, String reason) {
        remarks.add(thing + " " + name + ": " + reason);
    }
}
