package dev.tenantry.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenantry.app.config.TenantryConfiguration;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.DefaultConfigurationFactoryFactory;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One of several configurations of one command. What {@code -Ddw.…} says is not applied: it would be meant for one of
 * them, and would make them the same.
 *
 * @param configuration what it says
 * @param place where its data lie; the same text for the same place, as far as the configuration tells
 */
record ConfigFile(TenantryConfiguration configuration, String place) {

    private static final String NO_OVERRIDES = "tenantry.no.overrides";

    static ConfigFile read(Bootstrap<?> bootstrap, String path) throws IOException, ConfigurationException {
        var files = bootstrap.getConfigurationSourceProvider();
        var configuration = new DefaultConfigurationFactoryFactory<TenantryConfiguration>()
                .create(
                        TenantryConfiguration.class,
                        bootstrap.getValidatorFactory().getValidator(),
                        bootstrap.getObjectMapper(),
                        NO_OVERRIDES)
                .build(files, path);
        configuration
                .getLoggingFactory()
                .configure(
                        bootstrap.getMetricRegistry(),
                        bootstrap.getApplication().getName());
        try (var text = files.open(path)) {
            var storage = bootstrap.getObjectMapper().readTree(text).path("storage");
            return new ConfigFile(configuration, place(storage));
        }
    }

    boolean isReadOnly() {
        return configuration.storage().isReadOnly();
    }

    /** Options behind the URL and the user in it do not make it another place, and a file is the same by any path. */
    private static String place(JsonNode storage) {
        var url = storage.path("url").asText().replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
        var file = url.replaceFirst("^jdbc:(sqlite|h2):(file:)?", "");
        var where = file.equals(url)
                ? url
                : Path.of(file).toAbsolutePath().normalize().toString();
        return String.join(
                " ",
                storage.path("type").asText(),
                where,
                storage.path("table").asText(),
                storage.path("prefix").asText());
    }
}
