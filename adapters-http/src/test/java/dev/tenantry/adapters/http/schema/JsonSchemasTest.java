package dev.tenantry.adapters.http.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Violation;
import dev.tenantry.domain.port.out.SettingSchema;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemasTest {

    private static SettingSchema schema(String text) {
        return new JsonSchemas().read(new JsonText(text.replace('\'', '"')));
    }

    private static List<Violation> check(String schema, String value) {
        return schema(schema).check(new JsonText(value.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true                                                  | {'any':1}
            {}                                                    | null
            {'type':'integer'}                                    | 1.0
            {'type':'integer'}                                    | 12345678901234567890123
            {'type':'number','multipleOf':0.01}                   | 19.99
            {'const':1.0}                                         | 1
            {'enum':[1e2]}                                        | 100
            {'maximum':1e400}                                     | 1e399
            {'$ref':'#/$defs/a','$defs':{'a':{'type':'string'}}}  | 'text'
            {'properties':{'a':{'$ref':'#'}},'type':'object'}     | {'a':{'a':{}}}
            {'format':'email'}                                    | 'a@example.com'
            {'format':'unheard-of'}                               | 'text'
            {'unheard-of':1}                                      | 'text'
            {'$schema':'https://json-schema.org/draft/2020-12/schema','prefixItems':[{'type':'string'}]} | ['a']
            """)
    void valueThatFitsHasNoViolation(String schema, String value) {
        assertThat(check(schema, value)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            false                                             | null               | ``       | false
            {'type':'integer'}                                | 1.5                | ``       | type
            {'type':'number','multipleOf':0.01}               | 19.999             | ``       | multipleOf
            {'maximum':12345678901234567890122}               | 12345678901234567890123 | ``  | maximum
            {'required':['a']}                                | {}                 | ``       | required
            {'properties':{'a':{'type':'string'}}}            | {'a':1}            | /a       | type
            {'properties':{'a/b~':{'type':'string'}}}         | {'a/b~':1}         | /a~1b~0  | type
            {'items':{'type':'string'}}                       | ['a',1]            | /1       | type
            {'format':'email'}                                | 'nobody'           | ``       | format
            {'pattern':'^a+$'}                                | 'b'                | ``       | pattern
            {'unevaluatedProperties':false}                   | {'a':1}            | ``       | unevaluatedProperties
            {'uniqueItems':true}                              | [1,1.0]            | ``       | uniqueItems
            """)
    void violationNamesPlaceAndRule(String schema, String value, String pointer, String keyword) {
        assertThat(check(schema, value))
                .extracting(Violation::pointer, Violation::keyword)
                .containsExactly(tuple(pointer, keyword));
    }

    @Test
    void everyViolationIsTold() {
        var schema = "{'properties':{'a':{'type':'string'},'b':{'minimum':3}},'required':['c']}";
        assertThat(check(schema, "{'a':1,'b':2}"))
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/a", "/b", "");
    }

    @Test
    void wordsAreEnglishWhereverTheServerRuns() {
        var usual = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(check("{'required':['a']}", "{}").get(0).message()).isEqualTo("required property 'a' not found");
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void noMoreThanAHundredViolationsAreTold() {
        assertThat(check("{'items':false}", '[' + "1,".repeat(1000) + "1]")).hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000", "-1E+999999999", "1e-99999999999999999999"})
    void numberThatNobodyCanReckonWithDoesNotFit(String number) {
        assertThat(check("{'type':'array','items':{'multipleOf':0.3}}", "[0,{'a':" + number + "}]"))
                .extracting(Violation::pointer, Violation::keyword)
                .containsExactly(tuple("/1/a", "number"));
    }

    @Test
    void numberAsLongAsAValueMayBeDoesNotFit() {
        assertThat(check("{}", "1".repeat(200_000)))
                .extracting(Violation::keyword)
                .containsExactly("number");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            {'pattern':'^(.*a){20}$'}                     ; 40      ; '%s!'
            {'items':{'pattern':'^(.*a){20}$'}}           ; 40      ; ['%s!']
            {'pattern':'^(a|b)*$'}                        ; 100000  ; '%s'
            {'patternProperties':{'^(.*a){20}$':true}}    ; 40      ; {'%s!':1}
            """)
    void valueThatTakesAPatternTooLongDoesNotFit(String schema, int length, String value) {
        assertThat(check(schema, value.formatted("a".repeat(length))))
                .containsExactly(new Violation("", "pattern", "takes a pattern of the schema too long to check"));
    }

    @Test
    void patternsMayTakeTheirTimeAnewInEachCheck() {
        var schema = schema("{'pattern':'^[a-z]+$'}");
        var value = new JsonText('"' + "a".repeat(1_000_000) + '"');
        for (int check = 0; check < 12; check++) {
            assertThat(schema.check(value)).isEmpty();
        }
    }

    @Test
    void whatIsNotJsonAsWeReadItDoesNotFit() {
        assertThat(check("{}", "{'a':1,'a':2}")).extracting(Violation::keyword).containsExactly("json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'type':'text'}                                           | it is no JSON Schema 2020-12: "/type"
            'schema.json'                                             | it is no JSON Schema 2020-12
            {'pattern':'('}                                           | /pattern
            {'a':1,'a':2}                                             | repeats a name
            {'$schema':'http://json-schema.org/draft-07/schema#'}     | its $schema must be
            {'$ref':'#/$defs/nowhere'}                                | nowhere
            {'$ref':'https://example.com/schema.json'}                | https://example.com/schema.json
            {'properties':{'a':{'$ref':'file:///etc/hostname'}}}      | file:///etc/hostname
            {'$ref':'classpath:config.yml'}                           | classpath:config.yml
            {'$ref':'#'}                                              | refers to itself
            """)
    void schemaThatIsNoneIsRefusedInASentence(String schema, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(schema))
                .withMessageContaining(why)
                .satisfies(refusal -> assertThat(refusal).message().doesNotContain("\n"));
    }
}
