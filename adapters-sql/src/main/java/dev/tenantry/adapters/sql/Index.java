package dev.tenantry.adapters.sql;

import java.util.Locale;

/**
 * One index.
 *
 * @param name as Sequelize would call it, shortened if it is too long for a database
 * @param table what it belongs to
 * @param columns in parentheses, in the words of {@link Tables}
 * @param unique whether it keeps duplicates out
 */
record Index(String name, String table, String columns, boolean unique) {

    /** As many characters as the strictest of the databases takes, PostgreSQL; it cuts longer names without an error. */
    private static final int MAX_NAME = 63;

    Index {
        name = bounded(name);
    }

    /** What is cut off is still told apart. */
    private static String bounded(String name) {
        if (name.length() <= MAX_NAME) {
            return name;
        }
        var rest = String.format("_%08x", name.hashCode());
        return name.substring(0, MAX_NAME - rest.length()) + rest;
    }

    /** Returns the statement that creates it, in the words of {@link Tables}. */
    String create() {
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX \"" + name + "\" ON \"" + table + "\" " + columns;
    }

    /** Turns the name of a table into the beginning of its indexes' names, as Sequelize does. */
    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
