package dev.tenantry.adapters.redis;

import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.AceRows.Row;
import dev.tenantry.domain.port.out.AceRows.Sink;
import dev.tenantry.domain.port.out.FetchedRows;
import dev.tenantry.domain.port.out.Oddity;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/** A share of the tenants, chosen by their hash: first their keys are collected, then they are handed over. */
final class AceShare {

    private static final String LINK_START = "installation:";
    private static final String LINK_END = ";";
    private static final String FORGE = "forge:";
    private static final String APP_TOKEN = ":appToken";
    private static final String STRING = "string";
    private static final int BATCH = 1000;

    private final Jedis jedis;
    private final Sink sink;
    private final int share;
    private final int shares;
    private final Map<String, Set<String>> keysOfTenants = new HashMap<>();
    private final Map<String, Set<String>> aliasesOfTenants = new HashMap<>();

    /** @param share which one of how many, from 0; what is nobody's is told with the first */
    AceShare(Jedis jedis, Sink sink, int share, int shares) {
        this.jedis = jedis;
        this.sink = sink;
        this.share = share;
        this.shares = shares;
    }

    void read() {
        var all = new ScanParams().count(BATCH);
        var cursor = ScanParams.SCAN_POINTER_START;
        do {
            var page = jedis.scan(cursor, all);
            collect(page.getResult());
            cursor = page.getCursor();
        } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        keysOfTenants.forEach(this::handOver);
        aliasesOfTenants.forEach((tenant, aliases) ->
                aliases.forEach(alias -> sink.odd(Oddity.LOOSE_LINK, "link " + alias + " of tenant " + tenant)));
    }

    private void handOver(String tenant, Set<String> keys) {
        var aliases = aliasesOfTenants.getOrDefault(tenant, Set.of());
        sink.tenant(tenant, rows(tenant, keys), List.copyOf(aliases));
        aliasesOfTenants.remove(tenant);
    }

    private Iterator<Row> rows(String tenant, Set<String> keys) {
        var installation = tenant + ':' + SettingKey.CLIENT_INFO;
        var others = keys.stream().filter(key -> !key.equals(installation));
        var names = Stream.concat(Stream.of(installation), others).toList();
        return new FetchedRows<>(names, few -> values(tenant.length() + 1, few));
    }

    private List<Row> values(int prefix, List<String> names) {
        var values = jedis.mget(names.toArray(String[]::new));
        return IntStream.range(0, names.size())
                .mapToObj(n -> new Row(
                        names.get(n).substring(prefix),
                        Optional.ofNullable(values.get(n)).map(AceText::json)))
                .toList();
    }

    private void collect(List<String> names) {
        var settings = names.stream().filter(name -> !isForges(name)).toList();
        new Owners(jedis, settings).forEach(this::collect);
        names.stream().filter(AceShare::isLink).forEach(this::collectLink);
        if (share == 0) {
            names.stream().filter(name -> isForges(name) && !isLink(name)).forEach(this::forgeSetting);
        }
    }

    private void collect(String name, List<String> owners) {
        if (owners.isEmpty()) {
            nobodys(name);
        } else if (isMine(owners.get(0))) {
            var keys = keysOfTenants.computeIfAbsent(owners.get(0), first -> new LinkedHashSet<>());
            if (keys.add(name) && owners.size() > 1) {
                sink.odd(Oddity.AMBIGUOUS_KEY, "key " + name);
            }
        }
    }

    private void nobodys(String name) {
        if (share == 0) {
            boolean maybeAces = name.indexOf(':') > 0 && jedis.type(name).equals(STRING);
            sink.odd(maybeAces ? Oddity.ORPHAN : Oddity.STRANGER, "key " + name);
        }
    }

    private void collectLink(String name) {
        var tenant = jedis.mget(name).get(0);
        if (tenant != null && isMine(tenant)) {
            var alias = name.substring(LINK_START.length(), name.length() - LINK_END.length());
            aliasesOfTenants
                    .computeIfAbsent(tenant, first -> new LinkedHashSet<>())
                    .add(alias);
        }
    }

    private void forgeSetting(String name) {
        if (name.endsWith(APP_TOKEN)) {
            sink.odd(Oddity.CACHED_TOKEN, "key " + name);
        } else {
            sink.skip(Thing.SETTING, "key " + name, "only tenants have settings here");
        }
    }

    private boolean isMine(String tenant) {
        return Math.floorMod(tenant.hashCode(), shares) == share;
    }

    private static boolean isForges(String name) {
        return isLink(name) || name.startsWith(FORGE);
    }

    private static boolean isLink(String name) {
        return name.startsWith(LINK_START) && name.endsWith(LINK_END);
    }
}
