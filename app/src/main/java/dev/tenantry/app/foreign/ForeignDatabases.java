package dev.tenantry.app.foreign;

import dev.tenantry.domain.port.out.ForeignDatabase;
import java.util.ServiceLoader;

/** The modules that speak to the databases of other frameworks. */
public final class ForeignDatabases {

    private ForeignDatabases() {}

    /**
     * Returns the module for a URL.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ForeignDatabase of(String url) {
        return ServiceLoader.load(ForeignDatabase.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(database -> database.speaks(url))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "--from must be a URL that begins with jdbc:, mongodb: or redis:, but it is not"));
    }
}
