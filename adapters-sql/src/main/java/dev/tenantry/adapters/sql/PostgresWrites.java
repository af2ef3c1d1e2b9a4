package dev.tenantry.adapters.sql;

import dev.tenantry.domain.model.ETag;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.Precondition.Absent;
import dev.tenantry.domain.model.Precondition.Any;
import dev.tenantry.domain.model.Precondition.Matches;
import dev.tenantry.domain.model.Precondition.Present;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.out.Settings.PutOutcome;
import dev.tenantry.domain.port.out.Settings.RemoveOutcome;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;

/**
 * Writes of one statement, and so of one round trip. Each does the usual and nothing else; where nothing changes, or where
 * PostgreSQL cannot read the {@code clientInfo} ({@code \}{@code u0000} and half surrogate pairs are no text to it), the
 * answer is empty, and the transaction that serves all databases finds out why.
 */
final class PostgresWrites {

    /** The lock makes a put and an uninstall wait for each other; what was waited for is then looked at anew. */
    private static final String FENCE = """
            WITH fence AS (
              SELECT FROM {settings}
              WHERE {tenant} = :tenant AND {key} = 'clientInfo' AND json_typeof("val") = 'object'
                AND CASE WHEN "val" -> 'tenantry' IS NULL THEN :legacy
                    ELSE "val" -> 'tenantry' ->> 'incarnation' = :incarnation
                     AND "val" -> 'tenantry' ->> 'status' = ANY (:open) END
              FOR SHARE),
            """;

    private static final String ETAG = """
            '"' || rtrim(translate(encode(sha256(convert_to({val}, 'UTF8')), 'base64'), '+/', '-_'), '=') || '"'
            """;

    private static final String ADMITTED = """
            {tenant} = :tenant AND {key} = :key AND "val" IS NOT NULL AND EXISTS (SELECT FROM fence)
              AND (:any OR %s = ANY (:tags))
            """.formatted(ETAG.strip());

    private static final String PUT = FENCE + """
            replaced AS (UPDATE {settings} SET "val" = {:val} WHERE %s RETURNING 1),
            created AS (
              INSERT INTO {settings} ("clientKey", "key", "val") SELECT :tenant, :key, {:val} FROM fence
              WHERE :create AND NOT EXISTS (SELECT FROM {settings} WHERE {tenant} = :tenant AND {key} = :key)
                AND (SELECT COUNT(*) FROM {settings} WHERE %s) < :quota
              RETURNING 1)
            SELECT CASE WHEN EXISTS (SELECT FROM replaced) THEN 'REPLACED'
                        WHEN EXISTS (SELECT FROM created) THEN 'CREATED' END
            """.formatted(ADMITTED, Tables.SETTINGS_OF_TENANT);

    private static final String REMOVE = FENCE + """
            removed AS (DELETE FROM {settings} WHERE %s RETURNING 1)
            SELECT CASE WHEN EXISTS (SELECT FROM removed) THEN 'REMOVED' END
            """.formatted(ADMITTED);

    private static final String[] OPEN = Arrays.stream(TenantStatus.values())
            .filter(TenantStatus::isOpen)
            .map(Names::of)
            .toArray(String[]::new);

    private final String put;
    private final String remove;

    PostgresWrites(Tables tables) {
        this.put = tables.sql(PUT);
        this.remove = tables.sql(REMOVE);
    }

    Optional<PutOutcome> put(Handle handle, Write write, String value, int quota) {
        var precondition = write.precondition();
        var query = bind(handle.createQuery(put), write)
                .bind("val", value)
                .bind("create", precondition instanceof Any || precondition instanceof Absent)
                .bind("quota", quota);
        return run(query).map(PutOutcome::valueOf);
    }

    Optional<RemoveOutcome> remove(Handle handle, Write write) {
        return run(bind(handle.createQuery(remove), write)).map(RemoveOutcome::valueOf);
    }

    private static Query bind(Query query, Write write) {
        var precondition = write.precondition();
        var incarnation = write.life().incarnation();
        Set<ETag> tags = precondition instanceof Matches matches ? matches.tags() : Set.of();
        return query.bind("tenant", write.life().tenant().value())
                .bind("legacy", incarnation.equals(Incarnation.LEGACY))
                .bind("incarnation", incarnation.toString())
                .bind("open", OPEN)
                .bind("key", write.key().value())
                .bind("any", precondition instanceof Any || precondition instanceof Present)
                .bind("tags", tags.stream().map(ETag::value).toArray(String[]::new));
    }

    private static Optional<String> run(Query query) {
        try {
            return query.mapTo(String.class).findOne();
        } catch (JdbiException e) {
            if (Failure.of(e).isAboutData()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
