package dev.tenantry.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");

    @Test
    void allLanguagesSayTheSameThings() {
        var english = Texts.forUser(Optional.of("en")).texts();
        var german = Texts.forUser(Optional.of("de")).texts();

        assertThat(german).isNotEqualTo(english);
        assertThat(places(german)).isEqualTo(places(english));
        assertThat(places(german.path("violation"))).isEqualTo(places(english.path("violation")));
    }

    @Test
    void placeTakesAnyText() {
        assertThat(Texts.forUser(Optional.empty()).say("title", "A $1 \\ {app}"))
                .isEqualTo("A $1 \\ {app} settings");
    }

    /** Returns which places each text has. */
    private static Map<String, String> places(JsonNode texts) {
        var places = new TreeMap<String, String>();
        texts.properties()
                .forEach(text -> places.put(
                        text.getKey(),
                        String.join(
                                "",
                                PLACE.matcher(text.getValue().asText())
                                        .results()
                                        .map(MatchResult::group)
                                        .sorted()
                                        .toList())));
        return places;
    }
}
