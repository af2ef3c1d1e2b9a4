package dev.tenantry.domain.service;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.ImportProperties;
import dev.tenantry.domain.port.in.TenantFailures;
import dev.tenantry.domain.port.out.HostProperties;
import dev.tenantry.domain.port.out.Storage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Imports by puts that find nothing or do nothing, so that what an administrator has set here since is never lost. Anybody
 * in a site could have changed its properties: the operator decides to believe them, once. A value that does not fit its
 * schema is imported all the same, as one from before the schema is kept.
 */
public final class PropertyImport implements ImportProperties {

    private final Storage storage;
    private final HostProperties host;
    private final SettingsPolicy policy;
    private final DeclaredSettings declared;

    public PropertyImport(Storage storage, HostProperties host, SettingsPolicy policy, DeclaredSettings declared) {
        this.storage = storage;
        this.host = host;
        this.policy = policy;
        this.declared = declared;
    }

    @Override
    public Result importAll(TenantFailures failures) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        var tenants = new LiveTenants(storage.installations()).visit(tenant -> visit(tenant, counts), failures);
        return new Result(
                tenants.visited(),
                tenants.secretless(),
                counts.getOrDefault(Outcome.IMPORTED, 0),
                counts.getOrDefault(Outcome.KEPT, 0),
                counts.getOrDefault(Outcome.UNFIT, 0));
    }

    private void visit(TenantRecord tenant, Map<Outcome, Integer> counts) {
        for (var name : host.keys(tenant)) {
            counts.merge(take(tenant, name), 1, Integer::sum);
        }
    }

    /** A property that is gone when it is its turn is none, and its key none that we could not keep. */
    private Outcome take(TenantRecord tenant, String name) {
        var key = parse(name).filter(declared::admit);
        if (key.isEmpty()) {
            return Outcome.UNFIT;
        }
        var value = host.find(tenant, key.get());
        return value.map(text -> put(tenant, new Setting(key.get(), text))).orElse(Outcome.GONE);
    }

    private Outcome put(TenantRecord tenant, Setting setting) {
        if (setting.value().utf8().length > policy.maxValueBytes()) {
            return Outcome.UNFIT;
        }
        var life = tenant.life().orElseThrow(() -> new UnauthenticatedException("the tenant has no settings"));
        var absent = new Precondition.Absent();
        return switch (storage.settings().put(life, setting, absent, policy.maxSettings())) {
            case CREATED -> Outcome.IMPORTED;
            case REPLACED, UNMET -> Outcome.KEPT;
            case FULL -> Outcome.UNFIT;
        };
    }

    private static Optional<SettingKey> parse(String name) {
        try {
            return Optional.of(new SettingKey(name));
        } catch (IllegalArgumentException noSettingCanBeCalledSo) {
            return Optional.empty();
        }
    }

    /** What came of one property. */
    private enum Outcome {
        IMPORTED,
        KEPT,
        UNFIT,
        GONE
    }
}
