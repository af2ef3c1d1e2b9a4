package dev.tenantry.adapters.sql;

/** The SQL in which ACE's tables are read, prepared by us or not: no index of ours is needed, and no collation trusted. */
record AceQueries(Tables tables) {

    static final String FORGE_SETTINGS = "ForgeSettings";

    private static final String STEPS = """
            SELECT "id", "clientKey" AS "tenant", %s AS "name", CASE WHEN EXISTS (%s) THEN 1 ELSE 0 END AS "mark"
            FROM %s AS found WHERE %s "id" > :after ORDER BY "id" LIMIT :limit
            """;

    /** Returns a walk through the installations. */
    String installations() {
        return tables.sql("""
                SELECT "id", "clientKey" AS "tenant", "key" AS "name", 1 AS "mark" FROM {settings}
                WHERE "key" = 'clientInfo' AND "id" > :after ORDER BY "id" LIMIT :limit
                """);
    }

    /** Returns a walk through all else; marked is what has an installation beside it. */
    String settings() {
        return steps("\"key\"", installation(), "{settings}", "(\"key\" IS NULL OR \"key\" <> 'clientInfo') AND");
    }

    /** Returns a walk through the links; marked is what has an installation. */
    String links() {
        return steps("\"installationId\"", installation(), "{links}", "");
    }

    /** Returns a walk through the settings of Forge installations. */
    String forgeSettings() {
        return tables.dialect().quote("""
                SELECT "id", "installationId" AS "tenant", "key" AS "name", 1 AS "mark" FROM "%s"
                WHERE "id" > :after ORDER BY "id" LIMIT :limit
                """.formatted(FORGE_SETTINGS));
    }

    /** Returns the names of a tenant's rows, the newest first, and of others that the database takes for its. */
    String namesOfTenant() {
        return tables.sql("""
                SELECT "id", "clientKey" AS "tenant", "key" AS "name", 0 AS "mark" FROM {settings}
                WHERE "clientKey" = :tenant AND "key" IS NOT NULL ORDER BY "id" DESC
                """);
    }

    /** Returns the aliases of a tenant, the newest first; marked is what a newer row says of another tenant. */
    String linksOfTenant() {
        var newer =
                "SELECT 1 FROM {links} AS other WHERE other.\"id\" > found.\"id\" AND " + identical("installationId");
        return tables.sql("""
                SELECT "id", "clientKey" AS "tenant", "installationId" AS "name",
                  CASE WHEN EXISTS (%s) THEN 1 ELSE 0 END AS "mark"
                FROM {links} AS found WHERE "clientKey" = :tenant ORDER BY "id" DESC
                """.formatted(newer));
    }

    /** Returns the values of rows, whose ids follow. */
    String values() {
        return tables.sql("SELECT \"id\", {val} AS \"val\" FROM {settings} WHERE \"id\" IN ");
    }

    private String steps(String name, String mark, String table, String condition) {
        return tables.sql(STEPS.formatted(name, mark, table, condition));
    }

    private String installation() {
        return "SELECT 1 FROM {settings} AS other WHERE other.\"key\" = 'clientInfo' AND " + identical("clientKey");
    }

    private String identical(String column) {
        return tables.dialect().identical("other.\"" + column + '"', "found.\"" + column + '"');
    }
}
