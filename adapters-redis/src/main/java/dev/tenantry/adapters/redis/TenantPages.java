package dev.tenantry.adapters.redis;

import dev.tenantry.domain.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import redis.clients.jedis.Protocol;

/**
 * Merges the lists of the buckets into pages.
 *
 * <p>Each bucket is asked for a few tenants only, about twice its share of the page. What stands behind the last tenant
 * of a bucket that has more is not known to be next, and is asked for again.
 */
final class TenantPages<T> {

    private final Keys keys;
    private final BiFunction<TenantId, String, Optional<T>> reader;

    /** @param reader reads a tenant's record as it is stored, or leaves it out */
    TenantPages(Keys keys, BiFunction<TenantId, String, Optional<T>> reader) {
        this.keys = keys;
        this.reader = reader;
    }

    List<T> read(Call call, Optional<TenantId> after, int limit) {
        var page = new ArrayList<T>();
        var last = after;
        while (true) {
            var next = next(call, last, limit - page.size());
            page.addAll(records(call, next.tenants()));
            if (next.isEnd() || page.size() == limit) {
                return page;
            }
            last = Optional.of(next.tenants().get(next.tenants().size() - 1));
        }
    }

    /**
     * Tenants that follow one another.
     *
     * @param tenants in order; not empty before the end
     * @param isEnd whether none follows them
     */
    private record Run(List<TenantId> tenants, boolean isEnd) {}

    private Run next(Call call, Optional<TenantId> after, int limit) {
        int share = 2 * limit / Keys.BUCKETS + 4;
        var buckets = buckets(call, after, share);
        var horizon = buckets.stream()
                .filter(bucket -> bucket.size() == share)
                .map(bucket -> bucket.get(share - 1))
                .min(TenantId::compareTo);
        var known = buckets.stream()
                .flatMap(List::stream)
                .filter(tenant -> horizon.map(end -> tenant.compareTo(end) <= 0).orElse(true))
                .sorted()
                .toList();
        boolean isCut = known.size() > limit;
        return new Run(isCut ? known.subList(0, limit) : known, horizon.isEmpty() && !isCut);
    }

    private List<List<TenantId>> buckets(Call call, Optional<TenantId> after, int share) {
        var start = after.map(tenant -> "(" + tenant).orElse("-");
        var commands = keys.tenants().stream()
                .map(bucket -> Command.of(Protocol.Command.ZRANGEBYLEX, bucket, start, "+", "LIMIT", 0, share))
                .toList();
        return call.readAll(commands).stream()
                .map(Reply::texts)
                .map(names -> names.stream().map(TenantId::new).toList())
                .toList();
    }

    /** One that ended meanwhile is left out. */
    private List<T> records(Call call, List<TenantId> tenants) {
        var commands = tenants.stream()
                .map(tenant -> RedisInstallations.text(keys, tenant))
                .toList();
        var texts = call.readAll(commands);
        var records = new ArrayList<T>();
        for (int n = 0; n < texts.size(); n++) {
            var tenant = tenants.get(n);
            Reply.text(texts.get(n)).flatMap(text -> reader.apply(tenant, text)).ifPresent(records::add);
        }
        return records;
    }
}
