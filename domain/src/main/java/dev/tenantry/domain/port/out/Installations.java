package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tenants of the app: the one place where a tenant begins, changes and ends.
 *
 * <p>Each method is atomic and linearizable per tenant: its effect is visible to every later call on any server. Every
 * method throws {@link StorageException} if the backend fails, within the configured timeout. Safe for use by many
 * threads.
 */
public interface Installations {

    /** Returns the tenant's record, or empty if there is none. */
    Optional<TenantRecord> find(TenantId tenant);

    /**
     * Makes one change of a tenant if its record is still the expected one, and does nothing otherwise.
     *
     * <p>With the record it drops the named incarnation and plants the seeds: either all of it becomes visible or
     * nothing. A call on {@link Settings} that names the dropped incarnation finds it gone from then on.
     *
     * @return whether the record was the expected one and the change is made
     */
    boolean commit(Commit change);

    /**
     * Returns the next tenants in the order of {@link TenantId}, without gaps or repeats among those that exist all the
     * while.
     *
     * @param after the last tenant of the page before, or empty for the first page
     * @param limit the most records to return, at least 1
     * @return fewer than {@code limit} only at the end
     */
    List<TenantRecord> page(Optional<TenantId> after, int limit);

    /**
     * One change of one tenant.
     *
     * @param tenant whose record changes
     * @param expected the record that was read, or empty if there was none
     * @param next the record to write, or empty to remove it
     * @param dropped the incarnation whose settings go, with any rows of ACE's own beside them, or empty if none does.
     *     Only this one is touched: what another incarnation holds stays
     * @param seeds settings to plant in the incarnation of {@code next}, each only if it is absent
     */
    record Commit(
            TenantId tenant,
            Optional<TenantRecord> expected,
            Optional<TenantRecord> next,
            Optional<Incarnation> dropped,
            List<Setting> seeds) {

        /**
         * @throws IllegalArgumentException if a record is another tenant's, if seeds have no incarnation to go to, if the
         *     record loses an incarnation that is not dropped (its settings would be nobody's), or if the dropped one
         *     lives on
         */
        public Commit {
            seeds = List.copyOf(seeds);
            var living = next.flatMap(TenantRecord::incarnation);
            var lost = expected.flatMap(TenantRecord::incarnation).filter(old -> !living.equals(Optional.of(old)));
            require(Stream.of(expected, next).flatMap(Optional::stream).allMatch(r -> r.id().equals(tenant)));
            require(seeds.isEmpty() || living.isPresent());
            require(lost.isEmpty() || lost.equals(dropped));
            require(dropped.isEmpty() || !dropped.equals(living));
        }

        private static void require(boolean sound) {
            if (!sound) {
                throw new IllegalArgumentException(
                        "a commit concerns one tenant and leaves no setting without its life");
            }
        }

        /** Returns the change that replaces one record by another and drops the incarnation that is lost by it, if any. */
        public static Commit replace(TenantRecord expected, TenantRecord next) {
            var lost = expected.incarnation().filter(old -> !next.incarnation().equals(Optional.of(old)));
            return new Commit(expected.id(), Optional.of(expected), Optional.of(next), lost, List.of());
        }
    }
}
