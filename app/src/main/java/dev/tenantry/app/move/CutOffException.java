package dev.tenantry.app.move;

/** The file ends in the middle of a tenant. */
final class CutOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CutOffException() {
        super("the file ends before its last line");
    }
}
