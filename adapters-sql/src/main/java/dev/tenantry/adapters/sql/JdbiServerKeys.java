package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.ServerKey;
import dev.tenantry.domain.port.out.ServerKeys;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Server keys as rows of a table of our own: of those that insert one, the unique index lets the first win. */
final class JdbiServerKeys implements ServerKeys {

    private final Sql sql;
    private final String select;
    private final String insert;

    JdbiServerKeys(Sql sql, Tables tables) {
        this.sql = sql;
        this.select = tables.sql("SELECT \"val\" FROM {keys} WHERE \"name\" = :name");
        this.insert = tables.sql("INSERT INTO {keys} (\"name\", \"val\") VALUES (:name, :val)");
    }

    @Override
    public ServerKey findOrCreate(String name, ServerKey candidate) {
        return sql.read("find a server key", handle -> find(handle, name))
                .orElseGet(() -> sql.write("create a server key", handle -> create(handle, name, candidate)));
    }

    /** Another server may be faster: the insert then fails, all of this is run again, and finds that server's key. */
    private ServerKey create(Handle handle, String name, ServerKey candidate) {
        return find(handle, name).orElseGet(() -> {
            handle.createUpdate(insert)
                    .bind("name", name)
                    .bind("val", candidate.reveal())
                    .execute();
            return candidate;
        });
    }

    private Optional<ServerKey> find(Handle handle, String name) {
        return handle.createQuery(select)
                .bind("name", name)
                .mapTo(String.class)
                .findFirst()
                .map(ServerKey::parse);
    }
}
