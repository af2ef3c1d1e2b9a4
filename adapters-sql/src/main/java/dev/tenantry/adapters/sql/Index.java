package dev.tenantry.adapters.sql;

import java.util.Locale;

/**
 * One index.
 *
 * @param name as Sequelize would call it
 * @param table what it belongs to
 * @param columns in parentheses, in the words of {@link Tables}
 * @param unique whether it keeps duplicates out
 */
record Index(String name, String table, String columns, boolean unique) {

    /** Returns the statement that creates it, in the words of {@link Tables}. */
    String create() {
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX \"" + name + "\" ON \"" + table + "\" " + columns;
    }

    /** Turns the name of a table into the beginning of its indexes' names, as Sequelize does. */
    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
