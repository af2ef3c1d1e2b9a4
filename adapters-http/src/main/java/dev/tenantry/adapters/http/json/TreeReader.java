package dev.tenantry.adapters.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/** Builds trees; their depth is bounded by the parser. */
record TreeReader(String text) {

    Json read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonLeaf.Text(parser.getText(), StrictJson.slice(parser, text));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonLeaf.Numeral(StrictJson.slice(parser, text));
            default -> new JsonLeaf.Literal(StrictJson.slice(parser, text));
        };
    }

    private Json object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, read(parser));
        }
        return new JsonObject(members);
    }

    private Json array(JsonParser parser) throws IOException {
        var items = new ArrayList<Json>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return new JsonArray(items);
    }
}
