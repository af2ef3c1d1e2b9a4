package dev.tenantry.adapters.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.adapters.http.html.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the pages say in one language.
 *
 * @param language its tag
 * @param texts a JSON object; its members are texts, with places written {@code {name}}
 */
record Texts(String language, JsonNode texts) {

    private static final String USUAL = "en";
    private static final Map<String, Texts> ALL = Stream.of(USUAL, "de")
            .map(Texts::read)
            .collect(Collectors.toUnmodifiableMap(Texts::language, Function.identity()));

    /**
     * Returns the texts for a user.
     *
     * @param locale as the host writes it, {@code de}, {@code de-AT} or {@code de_AT}; English for any that we do not speak
     */
    static Texts forUser(Optional<String> locale) {
        return locale.flatMap(Texts::find).orElseGet(() -> ALL.getOrDefault(USUAL, read(USUAL)));
    }

    private static Optional<Texts> find(String locale) {
        try {
            var wanted = Locale.LanguageRange.parse(locale.replace('_', '-'));
            return Optional.ofNullable(Locale.lookupTag(wanted, List.copyOf(ALL.keySet())))
                    .map(ALL::get);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Returns a text, with its only place filled. */
    String say(String name, String value) {
        return texts.path(name).asText().replaceAll("\\{[a-z]+}", Matcher.quoteReplacement(value));
    }

    private static Texts read(String language) {
        try {
            var file = Resource.of(Texts.class, "texts/" + language + ".json");
            return new Texts(language, new ObjectMapper().readTree(file.text()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the texts in " + language + " are not JSON", e);
        }
    }
}
