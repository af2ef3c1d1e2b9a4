package dev.tenantry.adapters.mongo;

import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.MoveReport.Thing;
import dev.tenantry.domain.port.out.AceRows.Row;
import dev.tenantry.domain.port.out.AceRows.Sink;
import dev.tenantry.domain.port.out.Oddity;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.bson.Document;

/** The rows of one tenant: its installation, and then its documents, which follow each other in a cursor. */
final class DocumentRows implements Iterator<Row> {

    private static final String VALUE = "val";

    private final Documents documents;
    private final String tenant;
    private final Sink sink;
    private Optional<Row> next;
    private String last = "";

    /** @param documents stand at the first one of the tenant's */
    DocumentRows(Documents documents, Optional<Document> installation, String tenant, Sink sink) {
        this.documents = documents;
        this.tenant = tenant;
        this.sink = sink;
        this.next = installation.map(document -> new Row(SettingKey.CLIENT_INFO, BsonJson.text(document.get(VALUE))));
    }

    @Override
    public boolean hasNext() {
        while (next.isEmpty() && isMine()) {
            next = row(documents.next());
        }
        return next.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var row = next.orElseThrow();
        next = Optional.empty();
        return row;
    }

    /** Goes to the next tenant. */
    void end() {
        next = Optional.empty();
        while (isMine()) {
            documents.next();
        }
    }

    private boolean isMine() {
        return documents.hasNext() && tenant.equals(documents.peek().get(MongoAceRows.CLIENT_KEY));
    }

    private Optional<Row> row(Document document) {
        if (!(document.get(MongoAceRows.KEY) instanceof String key)) {
            sink.skip(Thing.SETTING, "document " + document.get(MongoAceRows.ID), "its key is no text");
            return Optional.empty();
        }
        if (key.equals(last)) {
            sink.odd(Oddity.DUPLICATE, "document " + document.get(MongoAceRows.ID) + ", " + nameOf(key));
            return Optional.empty();
        }
        last = key;
        return key.equals(SettingKey.CLIENT_INFO) ? Optional.empty() : value(key, document);
    }

    private Optional<Row> value(String key, Document document) {
        try {
            return Optional.of(new Row(key, BsonJson.text(document.get(VALUE))));
        } catch (IllegalArgumentException strange) {
            sink.skip(Thing.SETTING, nameOf(key), String.valueOf(strange.getMessage()));
            return Optional.empty();
        }
    }

    private String nameOf(String key) {
        return "setting " + key + " of tenant " + tenant;
    }
}
