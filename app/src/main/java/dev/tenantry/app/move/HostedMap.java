package dev.tenantry.app.move;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.tenantry.domain.hosted.HostedBatch;
import dev.tenantry.domain.hosted.HostedSetting;
import dev.tenantry.domain.hosted.HostedSettings;
import dev.tenantry.domain.model.Life;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tells under which keys settings lie on Forge, in JSON lines such as
 * {@code {"key":"a/b","forgeKey":"a#2Fb","store":"plain"}}.
 *
 * @param settings the settings
 */
public record HostedMap(HostedSettings settings) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Writes a line for each setting of a life that fits. */
    public void write(Life life, Path file) throws IOException {
        new OutputFile(file).write(out -> write(life, out));
    }

    private void write(Life life, OutputStream out) throws IOException {
        var lines = JSON.createGenerator(out).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        try {
            settings.visit(life, batch -> write(batch, lines), (misfit, reason) -> {});
            lines.writeRaw('\n');
            lines.flush();
        } catch (UncheckedIOException failure) {
            throw new IOException(failure);
        }
    }

    private static void write(HostedBatch batch, JsonGenerator lines) {
        try {
            for (var setting : batch.settings()) {
                write(setting, lines);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(HostedSetting setting, JsonGenerator lines) throws IOException {
        lines.writeStartObject();
        lines.writeStringField("key", setting.key().value());
        lines.writeStringField("forgeKey", setting.value().key().value());
        lines.writeStringField("store", setting.shelf().name().toLowerCase(Locale.ROOT));
        lines.writeEndObject();
    }
}
