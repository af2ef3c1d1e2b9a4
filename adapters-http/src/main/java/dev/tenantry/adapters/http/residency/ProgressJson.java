package dev.tenantry.adapters.http.residency;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenantry.domain.port.in.MigrationProgress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a host reads that asks for a migration's progress: {@code {"status":"failed","errorResponseCode":"E0001"}}. */
final class ProgressJson {

    private ProgressJson() {}

    static byte[] of(MigrationProgress progress) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("status", progress.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        progress.error().ifPresent(error -> json.put("errorResponseCode", error.responseCode()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
