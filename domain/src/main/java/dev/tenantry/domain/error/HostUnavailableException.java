package dev.tenantry.domain.error;

import java.util.Optional;

/** A server of the host, such as the one that publishes install keys, failed, cannot be reached or was too slow. */
public final class HostUnavailableException extends UnavailableException {

    private static final long serialVersionUID = 1L;

    /**
     * @param doing what was tried, such as {@code "fetch an install key"}
     * @param cause what went wrong
     */
    public HostUnavailableException(String doing, Throwable cause) {
        super("A server of the host is out of reach.", "cannot " + doing + ": " + cause, Optional.of(cause));
    }

    /** @param problem what went wrong, for the log */
    public HostUnavailableException(String problem) {
        super("A server of the host is out of reach.", problem, Optional.empty());
    }
}
