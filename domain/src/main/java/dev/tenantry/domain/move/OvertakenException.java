package dev.tenantry.domain.move;

/** Somebody else changed the tenant while it was being written. */
final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("the tenant changed while it was being written");
    }
}
