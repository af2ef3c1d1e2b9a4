package dev.tenantry.adapters.sql;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Why the database failed.
 *
 * @param cause the driver's exception, without JDBI's, whose text quotes what was stored
 */
record Failure(SQLException cause) {

    private static final String DATA = "22";
    private static final String CONNECTION = "08";
    private static final String SHUTDOWN = "57P";

    static Failure of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return new Failure(ofBatch(found));
            }
        }
        return new Failure(new SQLException(failure.getClass().getSimpleName()));
    }

    /** What a driver says of a batch as a whole may quote the values; why it failed comes after that. */
    private static SQLException ofBatch(SQLException failure) {
        return failure instanceof BatchUpdateException
                ? Optional.ofNullable(failure.getNextException()).orElse(failure)
                : failure;
    }

    boolean isBrokenConnection() {
        return state().startsWith(CONNECTION) || state().startsWith(SHUTDOWN);
    }

    /** Whether the database could not digest a value. */
    boolean isAboutData() {
        return state().startsWith(DATA);
    }

    /** Returns the exception as it may be logged: some drivers quote the value that they could not digest. */
    SQLException presentable() {
        return isAboutData() ? new SQLException("the database refuses the value, SQLSTATE " + state(), state()) : cause;
    }

    private String state() {
        return String.valueOf(cause.getSQLState());
    }
}
