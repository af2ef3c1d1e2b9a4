package dev.tenantry.adapters.http.html;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML document with places to fill, written {@code {{name}}}. Immutable.
 *
 * @param html the document
 */
public record Template(String html) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([A-Za-z]+)}}");

    /** Reads a template that lies beside a class. */
    public static Template beside(Class<?> owner, String name) {
        return new Template(Resource.of(owner, name).text());
    }

    /** Returns the document with each place filled by its value, which is escaped for text and for quoted attributes. */
    public String fill(Map<String, String> values) {
        return PLACE.matcher(html)
                .replaceAll(place -> Matcher.quoteReplacement(escape(
                        Objects.requireNonNull(values.get(place.group(1)), () -> place.group() + " has no value"))));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
