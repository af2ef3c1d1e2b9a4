package dev.tenantry.app.move;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes the lines of an export, in ASCII: a host's text may hold half a surrogate pair, which has no UTF-8 form. */
final class LineWriter {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    private final OutputStream out;
    private final boolean withSecrets;

    LineWriter(OutputStream out, boolean withSecrets) {
        this.out = out;
        this.withSecrets = withSecrets;
    }

    void header() throws IOException {
        var line = line(Names.TENANTRY);
        line.put(Names.VERSION, Names.THIS_VERSION);
        line.put(Names.SECRETS, withSecrets);
        write(line);
    }

    void tenant(TenantRecord record) throws IOException {
        var line = line(Names.TENANT).put(Names.TENANT, record.id().value());
        RecordWriter.write(withSecrets ? record : withoutSecrets(record), line);
        if (withSecrets) {
            RecordWriter.write(record.secrets(), line.putObject(Names.SECRETS));
        }
        write(line);
    }

    private static TenantRecord withoutSecrets(TenantRecord record) {
        return record.with(record.installation().withoutSecrets())
                .with(record.lifecycle().withTokens((installation, token) -> Optional.empty()));
    }

    void link(Link link) throws IOException {
        write(line(Names.LINK)
                .put(Names.TENANT, link.tenant().value())
                .put(Names.ALIAS, link.alias().value())
                .put(Names.PROVENANCE, Names.of(link.provenance()))
                .put(Names.AT, link.at().toString()));
    }

    void setting(TenantId tenant, Setting setting) throws IOException {
        write(line(Names.SETTING)
                .put(Names.TENANT, tenant.value())
                .put(Names.KEY, setting.key().value())
                .put(Names.VALUE, setting.value().text())
                .put(Names.ETAG, setting.etag().value()));
    }

    void end(Totals totals) throws IOException {
        write(line(Names.END)
                .put(Names.TENANTS, totals.tenants())
                .put(Names.LINKS, totals.links())
                .put(Names.SETTINGS, totals.settings()));
        out.flush();
    }

    private static ObjectNode line(String type) {
        return JSON.createObjectNode().put(Names.TYPE, type);
    }

    private void write(ObjectNode line) throws IOException {
        JSON.writeValue(out, line);
        out.write('\n');
    }
}
