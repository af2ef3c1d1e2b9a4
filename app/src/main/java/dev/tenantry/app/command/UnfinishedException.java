package dev.tenantry.app.command;

/** A command did what it could, and something is left; what that is was told already. */
final class UnfinishedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfinishedException(String sum) {
        super(sum);
    }
}
