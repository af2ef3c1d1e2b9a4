package dev.tenantry.domain.port.in;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import java.util.List;
import java.util.function.Consumer;

/**
 * Gives tenants their other names, and tells which still lack one.
 *
 * <p>Every method throws {@link StorageException} if the storage fails. Safe for use by many threads.
 */
public interface LinkTenants {

    /**
     * Links an alias to a tenant. If the alias is a Forge installation that is a tenant of its own, its settings move into
     * the other tenant first: a default that nobody touched gives way, and any other difference stops everything unless
     * it is said which side counts. What moved stays readable for an operator until its retention ends.
     */
    Outcome link(Link link, Preference preference);

    /**
     * Looks at every tenant that is in use, and tells of each in the order of their ids.
     *
     * @return how many there are of each kind
     */
    Coverage cover(Consumer<TenantLinks> report);

    /** Which side counts where both tenants have a setting of their own. */
    enum Preference {
        /** Neither: nothing is joined as long as there is a conflict. */
        NONE,
        /** The tenant that gets the alias. */
        TENANT,
        /** The installation that becomes an alias. */
        FORGE
    }

    /** What came of a link. */
    sealed interface Outcome {

        /**
         * The tenant has the alias.
         *
         * @param moved the settings that came with it
         */
        record Linked(List<SettingKey> moved) implements Outcome {
            public Linked {
                moved = List.copyOf(moved);
            }
        }

        /**
         * Another tenant has the alias, and keeps it.
         *
         * @param owner which
         */
        record Taken(TenantId owner) implements Outcome {}

        /**
         * Both tenants have settings of their own, and nothing is changed.
         *
         * @param keys of those that differ
         */
        record Conflicting(List<SettingKey> keys) implements Outcome {
            public Conflicting {
                keys = List.copyOf(keys);
            }
        }

        /** There is no such tenant, or it has no settings any more that could be joined. */
        record NoTenant() implements Outcome {}
    }
}
