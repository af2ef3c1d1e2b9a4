package dev.tenantry.adapters.mongo;

import com.mongodb.client.MongoCursor;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;

/** The documents of a cursor, of which the next one may be looked at. */
final class Documents {

    private final MongoCursor<Document> cursor;
    private Optional<Document> next = Optional.empty();

    Documents(MongoCursor<Document> cursor) {
        this.cursor = cursor;
    }

    /** Goes through documents. */
    interface Visitor {
        void visit(Documents documents);
    }

    boolean hasNext() {
        return next.isPresent() || cursor.hasNext();
    }

    /** @throws NoSuchElementException if there is none */
    Document peek() {
        if (next.isEmpty()) {
            next = Optional.of(cursor.next());
        }
        return next.get();
    }

    Document next() {
        var found = peek();
        next = Optional.empty();
        return found;
    }

    void forEachRemaining(Consumer<Document> visitor) {
        while (hasNext()) {
            visitor.accept(next());
        }
    }
}
