package dev.tenantry.adapters.http.kvs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaScriptJsonTest {

    private final JavaScriptJson json = new JavaScriptJson();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1.0",
                "-0",
                "0.1",
                "1e22",
                "2e23",
                "9007199254740992",
                "2.2250738585072014e-308",
                "1.7976931348623157e308"
            })
    void numberThatJavaScriptHoldsArrives(String number) {
        assertThat(json.shape(new JsonText(number)).orElseThrow().rounded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "10000000000000000000001",
                "0.1000000000000000055",
                "1e400",
                "1e-400",
                "1e99999999999"
            })
    void numberThatJavaScriptRoundsIsToldByItsPlace(String number) {
        assertThat(json.shape(new JsonText(number)).orElseThrow().rounded()).containsExactly("");
        assertThat(json.shape(new JsonText("{\"a/b\":[1," + number + "]}"))
                        .orElseThrow()
                        .rounded())
                .containsExactly("/a~1b/1");
    }

    @Test
    void shapeTellsNullAndDepth() {
        assertThat(json.shape(new JsonText("null")).orElseThrow().isNull()).isTrue();
        assertThat(json.shape(new JsonText("[null]")).orElseThrow().isNull()).isFalse();
        assertThat(json.shape(new JsonText("[{\"a\":[]}]")).orElseThrow().depth())
                .isEqualTo(3);
        assertThat(json.shape(new JsonText("{oops"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1.0,"b":"\\u00e4"} | {"b":"ä", "a":1} | true
            10000000000000000000001 | 1e22             | false
            "1"                     | 1                | false
            {                       | {                | false
            """)
    void valuesAreComparedAsJson(String left, String right, boolean same) {
        assertThat(json.isSame(new JsonText(left), new JsonText(right))).isEqualTo(same);
    }
}
