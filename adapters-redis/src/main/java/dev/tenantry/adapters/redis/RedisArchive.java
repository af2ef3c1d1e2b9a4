package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys as they are. Those of a life's settings exist as long as the tenant's record names it. */
final class RedisArchive implements Archive {

    private final Redis redis;
    private final Keys keys;
    private final TenantPages<Row<TenantRecord>> pages;

    RedisArchive(Redis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
        this.pages = new TenantPages<>(
                keys,
                (tenant, text) ->
                        Optional.of(new Row<>(tenant.value(), readable(() -> StoredRecord.read(tenant, text)))));
    }

    @Override
    public List<Row<TenantRecord>> tenants(Optional<String> after, int limit) {
        return pages.read(redis.call("list tenants"), after.map(TenantId::new), limit);
    }

    @Override
    public List<Row<Setting>> settings(Life life, Optional<String> after, int limit) {
        var incarnation = Optional.of(life.incarnation());
        var of = List.of(
                keys.record(life.tenant()),
                keys.values(life.tenant(), incarnation),
                keys.names(life.tenant(), incarnation));
        var start = after.map(name -> "(" + name).orElse("-");
        var arguments = List.of(life.incarnation().toString(), start, String.valueOf(limit));
        var call = redis.call("list settings of tenant " + life.tenant());
        var texts = Reply.texts(call.read(Scripts.PAGE_OF_ANY.on(of, arguments)));
        var page = new ArrayList<Row<Setting>>();
        for (int n = 0; n < texts.size(); n += 2) {
            var name = texts.get(n);
            var value = texts.get(n + 1);
            page.add(new Row<>(name, readable(() -> StoredSetting.read(new SettingKey(name), value))));
        }
        return page;
    }

    private static <T> Optional<T> readable(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (StorageException | IllegalArgumentException senseless) {
            return Optional.empty();
        }
    }
}
