package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.UnauthenticatedException;
import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.out.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Settings as a hash for each life, with their names in order beside it; every script asks the record first. */
final class RedisSettings implements Settings {

    private final Redis redis;
    private final Keys keys;

    RedisSettings(Redis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public Optional<Setting> find(Life life, SettingKey key) {
        return findAll(life, List.of(key)).stream().findFirst();
    }

    @Override
    public List<Setting> findAll(Life life, Collection<SettingKey> wanted) {
        var ordered = List.copyOf(new TreeSet<>(wanted));
        var arguments = arguments(life, ordered.stream().map(SettingKey::value));
        var call = redis.call("read settings of tenant " + life.tenant());
        var values = behindFence(Reply.list(call.read(Scripts.FIND.on(keys(life), arguments))));
        var found = new ArrayList<Setting>();
        for (int n = 0; n < values.size(); n++) {
            var key = ordered.get(n);
            Reply.text(values.get(n))
                    .map(stored -> StoredSetting.read(key, stored))
                    .ifPresent(found::add);
        }
        return found;
    }

    @Override
    public List<Setting> page(Life life, Optional<SettingKey> after, int limit) {
        var start = after.map(key -> "(" + key).orElse("-");
        var call = redis.call("list settings of tenant " + life.tenant());
        var arguments = arguments(life, Stream.of(start, String.valueOf(limit)));
        var answer = call.read(Scripts.PAGE.on(keys(life), arguments));
        behindFence(Optional.ofNullable(answer));
        var texts = Reply.texts(answer);
        var page = new ArrayList<Setting>();
        for (int n = 0; n < texts.size(); n += 2) {
            page.add(StoredSetting.read(new SettingKey(texts.get(n)), texts.get(n + 1)));
        }
        return page;
    }

    @Override
    public PutOutcome put(Life life, Setting setting, Precondition precondition, int quota) {
        var written = Stream.of(
                setting.key().value(), kind(precondition), StoredSetting.write(setting), String.valueOf(quota));
        var call = redis.call("write a setting of tenant " + life.tenant());
        var arguments = arguments(life, Stream.concat(written, tags(precondition)));
        return PutOutcome.valueOf(outcome(call.write(Scripts.PUT.on(keys(life), arguments))));
    }

    @Override
    public RemoveOutcome remove(Life life, SettingKey key, Precondition precondition) {
        var call = redis.call("remove a setting of tenant " + life.tenant());
        var condition = Stream.concat(Stream.of(key.value(), kind(precondition)), tags(precondition));
        return RemoveOutcome.valueOf(outcome(call.write(Scripts.REMOVE.on(keys(life), arguments(life, condition)))));
    }

    private List<String> keys(Life life) {
        var tenant = life.tenant();
        var incarnation = Optional.of(life.incarnation());
        return List.of(keys.record(tenant), keys.values(tenant, incarnation), keys.names(tenant, incarnation));
    }

    private static List<String> arguments(Life life, Stream<String> others) {
        return Stream.concat(Stream.of(life.incarnation().toString()), others).toList();
    }

    private static String kind(Precondition precondition) {
        if (precondition instanceof Precondition.Any) {
            return "any";
        }
        if (precondition instanceof Precondition.Absent) {
            return "absent";
        }
        return precondition instanceof Precondition.Present ? "present" : "matches";
    }

    private static Stream<String> tags(Precondition precondition) {
        return precondition instanceof Precondition.Matches matches
                ? matches.tags().stream().map(ETag::value)
                : Stream.empty();
    }

    private static String outcome(@Nullable Object answer) {
        return behindFence(Reply.text(answer));
    }

    private static <T> T behindFence(Optional<T> answer) {
        return answer.orElseThrow(() -> new UnauthenticatedException("the tenant's life has ended"));
    }
}
