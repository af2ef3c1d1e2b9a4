package dev.tenantry.adapters.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.model.TenantRecord;
import java.time.DateTimeException;

/** A tenant's record as one JSON text, which a commit compares as a whole. */
final class StoredRecord {

    /** Escapes because half a surrogate pair, which a host's text may hold, has no UTF-8 form. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private StoredRecord() {}

    static String write(TenantRecord record) {
        try {
            return JSON.writeValueAsString(RecordWriter.write(record));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    /** @throws StorageException if the text makes no sense; names the tenant and quotes nothing */
    static TenantRecord read(TenantId tenant, String text) {
        try {
            return new RecordReader(tree(text)).read(tenant);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new StorageException("the record of tenant " + tenant + " is not what a record looks like");
        }
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        var tree = JSON.readTree(text);
        if (!(tree instanceof ObjectNode)) {
            throw new IllegalArgumentException("not an object");
        }
        return tree;
    }
}
