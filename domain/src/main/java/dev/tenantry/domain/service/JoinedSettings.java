package dev.tenantry.domain.service;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LinkTenants.Preference;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The settings of two tenants that become one. Those of the joining one move, except defaults that nobody touched, and may
 * replace nothing but such a default, or what this same joining put there before.
 *
 * <p>For one thread, and one joining.
 */
final class JoinedSettings {

    private static final int PAGE = 100;

    private final Settings settings;
    private final TenantRecord from;
    private final TenantRecord to;
    private final Preference preference;
    private final Map<SettingKey, ETag> moved = new HashMap<>();

    /** Both records are open and have settings. */
    JoinedSettings(Settings settings, TenantRecord from, TenantRecord to, Preference preference) {
        this.settings = settings;
        this.from = from;
        this.to = to;
        this.preference = preference;
    }

    /** Returns the keys under which both have a value of their own, unless it was said which one counts. */
    List<SettingKey> conflicts() {
        var conflicts = new ArrayList<SettingKey>();
        each(mine -> {
            var theirs = settings.find(life(to), mine.key());
            if (differs(mine, theirs) && !mayReplace(theirs) && preference == Preference.NONE) {
                conflicts.add(mine.key());
            }
        });
        return conflicts;
    }

    /** Copies what has not been copied yet. What somebody writes there meanwhile is newer, and stays. */
    void move() {
        each(mine -> {
            var theirs = settings.find(life(to), mine.key());
            if (differs(mine, theirs) && (mayReplace(theirs) || preference == Preference.FORGE)) {
                put(mine, theirs);
            }
        });
    }

    /** Returns the keys of what was copied, in order. */
    List<SettingKey> moved() {
        return moved.keySet().stream().sorted().toList();
    }

    private void put(Setting mine, Optional<Setting> theirs) {
        var unchanged = theirs.<Precondition>map(t -> new Precondition.Matches(Set.of(t.etag())))
                .orElseGet(Precondition.Absent::new);
        // No quota: two tenants that were within theirs must be able to become one.
        if (settings.put(life(to), mine, unchanged, Integer.MAX_VALUE) != PutOutcome.UNMET) {
            moved.put(mine.key(), mine.etag());
        }
    }

    private boolean differs(Setting mine, Optional<Setting> theirs) {
        boolean untouched = mine.etag().equals(from.seeds().get(mine.key()));
        return !untouched && !theirs.equals(Optional.of(mine));
    }

    private boolean mayReplace(Optional<Setting> theirs) {
        return theirs.map(t ->
                        t.etag().equals(to.seeds().get(t.key())) || t.etag().equals(moved.get(t.key())))
                .orElse(true);
    }

    private void each(Consumer<Setting> step) {
        Optional<SettingKey> after = Optional.empty();
        List<Setting> page;
        do {
            page = settings.page(life(from), after, PAGE);
            page.forEach(step);
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).key());
        } while (page.size() == PAGE);
    }

    private static Life life(TenantRecord record) {
        return record.life().orElseThrow();
    }
}
