package dev.tenantry.domain.service;

import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.in.LifecycleOutcome;
import dev.tenantry.domain.port.out.Installations.Commit;
import java.util.Optional;

/**
 * What a lifecycle event comes to.
 *
 * @param outcome in a word
 * @param change what to commit, or empty if nothing is to be changed
 */
record Decision(LifecycleOutcome outcome, Optional<Commit> change) {

    static final Decision NOTHING_NEW = new Decision(LifecycleOutcome.NOTHING_NEW, Optional.empty());

    /** Replaces one record by another. */
    static Decision replace(LifecycleOutcome outcome, TenantRecord stored, TenantRecord next) {
        return new Decision(outcome, Optional.of(Commit.replace(stored, next)));
    }

    /** Returns what is left to commit; empty also if the record is already as the event wants it. */
    Optional<Commit> pending() {
        return change.filter(commit -> !commit.expected().equals(commit.next()));
    }
}
