/** Storage in SQLite, PostgreSQL, MySQL, MariaDB or H2, in the tables of atlassian-connect-express (ACE). */
package dev.tenantry.adapters.sql;
