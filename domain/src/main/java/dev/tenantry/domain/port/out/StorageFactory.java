package dev.tenantry.domain.port.out;

import dev.tenantry.domain.error.StorageException;
import java.util.Optional;

/**
 * Opens the backend that the configuration chose.
 *
 * <p>To add a backend, write a module with one implementation of this interface, give it its {@code type} name with
 * {@code @JsonTypeName}, and list it in {@code META-INF/services/} under this interface's name.
 */
public interface StorageFactory {

    /**
     * Connects.
     *
     * @throws StorageException if the backend cannot be reached within the configured timeout
     */
    Storage open();

    /** Returns whether the backend lives inside this process, so that nobody else could prepare it. */
    boolean isEmbedded();

    /**
     * Returns whether the operator wants the backend to be read only. What {@link #open} returns does not care: whoever
     * opens it for work puts a {@code ReadOnlyStorage} around it.
     */
    boolean isReadOnly();

    /**
     * Opens what ACE left in this very backend, if the backend keeps its tenants as ACE does; empty if it does not.
     *
     * @throws StorageException if the backend cannot be reached or has nothing of ACE's
     */
    default Optional<AceRows> aceInPlace() {
        return Optional.empty();
    }
}
