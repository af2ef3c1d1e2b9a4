package dev.tenantry.adapters.redis;

import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.AceRows.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import redis.clients.jedis.Jedis;

/** The values under one tenant's keys, fetched a few at a time. */
final class KeyRows implements Iterator<Row> {

    private static final int FEW = 16;

    private final Jedis jedis;
    private final int prefix;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Deque<Row> fetched = new ArrayDeque<>();

    /** @param names of the tenant's keys, as they are in Redis */
    KeyRows(Jedis jedis, String tenant, Collection<String> names) {
        this.jedis = jedis;
        this.prefix = tenant.length() + 1;
        var installation = tenant + ':' + SettingKey.CLIENT_INFO;
        waiting.add(installation);
        names.stream().filter(name -> !name.equals(installation)).forEach(waiting::add);
    }

    @Override
    public boolean hasNext() {
        return !fetched.isEmpty() || !waiting.isEmpty();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (fetched.isEmpty()) {
            fetch();
        }
        return fetched.remove();
    }

    private void fetch() {
        var few = new ArrayList<String>();
        while (few.size() < FEW && !waiting.isEmpty()) {
            few.add(waiting.remove());
        }
        var values = jedis.mget(few.toArray(String[]::new));
        for (int n = 0; n < few.size(); n++) {
            var value = Optional.ofNullable(values.get(n)).map(AceText::json);
            fetched.add(new Row(few.get(n).substring(prefix), value));
        }
    }
}
