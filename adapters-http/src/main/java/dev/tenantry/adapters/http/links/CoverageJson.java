package dev.tenantry.adapters.http.links;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.port.in.Coverage;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.TenantLinks;
import dev.tenantry.domain.port.in.TenantLinks.Candidate;
import dev.tenantry.domain.port.in.TenantLinks.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The report of links as JSON: {@code {"tenants":[…],"products":{…},"total":{…}}}, written while the tenants are looked
 * at, so that none of it lies in memory.
 */
public final class CoverageJson {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator target;

    private CoverageJson(JsonGenerator target) {
        this.target = target;
    }

    /**
     * Writes the report; the stream stays open.
     *
     * @throws UncheckedIOException if nobody reads it any more
     */
    public static void write(LinkTenants links, OutputStream stream) {
        try (var target = JSON.createGenerator(stream)) {
            new CoverageJson(target).write(links);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(LinkTenants links) throws IOException {
        target.writeStartObject();
        target.writeArrayFieldStart("tenants");
        var coverage = links.cover(this::tenant);
        target.writeEndArray();
        target.writeObjectFieldStart("products");
        for (var product : coverage.products().entrySet()) {
            target.writeObjectFieldStart(product.getKey());
            for (var count : product.getValue().entrySet()) {
                target.writeNumberField(name(count.getKey()), count.getValue());
            }
            target.writeEndObject();
        }
        target.writeEndObject();
        total(coverage);
        target.writeEndObject();
    }

    private void total(Coverage coverage) throws IOException {
        target.writeObjectFieldStart("total");
        for (var kind : Kind.values()) {
            target.writeNumberField(name(kind), coverage.count(kind));
        }
        target.writeEndObject();
    }

    private void tenant(TenantLinks tenant) {
        try {
            target.writeStartObject();
            target.writeStringField("tenant", tenant.tenant().value());
            target.writeStringField("product", tenant.product());
            target.writeStringField("baseUrl", tenant.baseUrl());
            target.writeStringField("kind", name(tenant.kind()));
            if (tenant.lastSeen().isPresent()) {
                target.writeStringField("lastSeen", tenant.lastSeen().get().toString());
            }
            target.writeArrayFieldStart("links");
            for (var link : tenant.links()) {
                write(link);
            }
            target.writeEndArray();
            target.writeArrayFieldStart("candidates");
            for (var candidate : tenant.candidates()) {
                write(candidate);
            }
            target.writeEndArray();
            target.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write(Link link) throws IOException {
        target.writeStartObject();
        target.writeStringField("alias", link.alias().value());
        target.writeStringField("provenance", name(link.provenance()));
        target.writeStringField("at", link.at().toString());
        target.writeEndObject();
    }

    private void write(Candidate candidate) throws IOException {
        target.writeStartObject();
        target.writeStringField("installation", candidate.installation().value());
        target.writeArrayFieldStart("evidence");
        for (var evidence : candidate.evidence()) {
            target.writeString(name(evidence));
        }
        target.writeEndArray();
        target.writeEndObject();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
