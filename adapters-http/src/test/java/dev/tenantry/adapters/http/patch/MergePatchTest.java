package dev.tenantry.adapters.http.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    /** The table of RFC 7396, appendix A, and what it leaves out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":\"b\"}            | {\"a\":\"c\"}                | {\"a\":\"c\"}",
                "{\"a\":\"b\"}            | {\"b\":\"c\"}                | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}            | {\"a\":null}                 | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}                | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}          | {\"a\":\"c\"}                | {\"a\":\"c\"}",
                "{\"a\":\"c\"}            | {\"a\":[\"b\"]}              | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}    | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}  | {\"a\":[1]}                  | {\"a\":[1]}",
                "[\"a\",\"b\"]            | [\"c\",\"d\"]                | [\"c\",\"d\"]",
                "{\"a\":\"b\"}            | [\"c\"]                      | [\"c\"]",
                "{\"a\":\"foo\"}          | null                         | null",
                "{\"a\":\"foo\"}          | \"bar\"                      | \"bar\"",
                "{\"e\":null}             | {\"a\":1}                    | {\"e\":null,\"a\":1}",
                "[1,2]                    | {\"a\":\"b\",\"c\":null}     | {\"a\":\"b\"}",
                "{}                       | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
                "{\"b\":1,\"a\":2}        | {\"b\":3}                    | {\"b\":3,\"a\":2}",
                "{\"a\":1.50}             | {\"b\":[null,1e2]}           | {\"a\":1.50,\"b\":[null,1e2]}",
            })
    void resultIsThatOfTheRfc(String target, String patch, String result) {
        var parsed = Patch.parse(Patch.MERGE, patch.getBytes(StandardCharsets.UTF_8));

        assertThat(parsed.apply(new JsonText(target), Set.of(), 1000).text()).isEqualTo(result);
    }
}
