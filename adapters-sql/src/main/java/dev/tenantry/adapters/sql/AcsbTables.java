package dev.tenantry.adapters.sql;

import dev.tenantry.domain.error.StorageException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which tables of atlassian-connect-spring-boot there are, and how they and their columns are called: databases fold
 * names in their own way.
 *
 * @param columns those of the hosts, by their names in lower case
 * @param hosts returns the next {@code :limit} hosts after {@code :after}
 * @param mappings returns the Forge installations of {@code :tenant}; empty before 4.1
 * @param tokens returns whose tokens are cached; empty before 5
 */
record AcsbTables(Map<String, String> columns, String hosts, Optional<String> mappings, Optional<String> tokens) {

    static final String CLIENT_KEY = "client_key";

    private static final String HOSTS = "atlassian_host";
    private static final String MAPPINGS = "atlassian_host_mapping";
    private static final String TOKENS = "forge_system_access_token";
    private static final String INSTALLATION_ID = "installation_id";

    /** @throws StorageException if there is no table of hosts */
    static AcsbTables of(Catalog catalog, Dialect dialect) throws SQLException {
        var host = table(catalog, HOSTS).orElseThrow(() -> missing(HOSTS));
        var columns = catalog.columns(host);
        if (!columns.containsKey(CLIENT_KEY)) {
            throw missing(HOSTS + "." + CLIENT_KEY);
        }
        var key = quoted(columns.get(CLIENT_KEY));
        var list = columns.values().stream().map(AcsbTables::quoted).collect(Collectors.joining(", "));
        var hosts =
                "SELECT %s FROM %s WHERE %s > :after ORDER BY %s LIMIT :limit".formatted(list, quoted(host), key, key);
        return new AcsbTables(
                columns,
                dialect.quote(hosts),
                installations(catalog, MAPPINGS, " = :tenant").map(dialect::quote),
                installations(catalog, TOKENS, " IS NOT NULL AND :tenant = ''").map(dialect::quote));
    }

    /** Returns a query for the installations that a table names, if there is that table. */
    private static Optional<String> installations(Catalog catalog, String name, String condition) throws SQLException {
        var table = table(catalog, name);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        var columns = catalog.columns(table.get());
        var installation = quoted(columns.getOrDefault(INSTALLATION_ID, INSTALLATION_ID));
        var compared = quoted(columns.getOrDefault(CLIENT_KEY, columns.getOrDefault(INSTALLATION_ID, INSTALLATION_ID)));
        return Optional.of("SELECT %s FROM %s WHERE %s%s ORDER BY %s"
                .formatted(installation, quoted(table.get()), compared, condition, installation));
    }

    private static Optional<String> table(Catalog catalog, String name) throws SQLException {
        return catalog.tables().stream()
                .filter(table -> table.toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static StorageException missing(String what) {
        return new StorageException("there is no " + what + " of atlassian-connect-spring-boot's");
    }
}
