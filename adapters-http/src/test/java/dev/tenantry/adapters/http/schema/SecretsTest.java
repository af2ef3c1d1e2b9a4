package dev.tenantry.adapters.http.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.domain.error.SchemaViolationException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Violation;
import dev.tenantry.domain.port.out.SettingSchema;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String HIDDEN = "{\"$secret\":true}";

    /** {@code /token}, and {@code /login/password} inside of an object. */
    private static final SettingSchema SCHEMA = schema("""
            {'properties':{
              'token':{'type':'string','minLength':3,'secret':true},
              'login':{'properties':{'password':{'secret':true}}},
              'user':{'secret':false}}}""");

    private static SettingSchema schema(String text) {
        return new JsonSchemas().read(json(text));
    }

    private static JsonText json(String text) {
        return new JsonText(text.replace('\'', '"').replace("HIDDEN", HIDDEN));
    }

    private static String restored(String written, String stored) {
        return SCHEMA.restore(json(written), Optional.of(json(stored))).text();
    }

    @Test
    void secretsLieAtFixedPlaces() {
        assertThat(SCHEMA.secrets()).containsExactlyInAnyOrder("/token", "/login/password");
        assertThat(schema("{'secret':true}").secrets()).containsExactly("");
        assertThat(schema("{'properties':{'a/b':{'properties':{'secret':{'secret':true}}}}}")
                        .secrets())
                .containsExactly("/a~1b/secret");
        assertThat(schema("{'properties':{'secret':{'type':'string'}},'default':{'secret':true}}")
                        .secrets())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'items':{'secret':true}}",
                "{'properties':{'a':{'items':{'properties':{'b':{'secret':true}}}}}}",
                "{'additionalProperties':{'secret':true}}",
                "{'patternProperties':{'a':{'secret':true}}}",
                "{'oneOf':[{'properties':{'a':{'secret':true}}}]}",
                "{'if':{'properties':{'a':{'secret':true}}}}",
                "{'$ref':'#/$defs/a','$defs':{'a':{'secret':true}}}",
                "{'secret':true,'properties':{'a':{'secret':true}}}",
                "{'unheard-of':{'secret':true}}",
            })
    void secretThatCouldMoveIsRefused(String schema) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema(schema))
                .withMessage("a secret must be reached through \"properties\" alone, and not lie in another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'properties':{'a':{'secret':true},'b':{'$ref':'#'}}}",
                "{'properties':{'a':{'secret':true},'b':{'$ref':'#/properties/a'}}}",
                "{'properties':{'a':{'secret':true},'b':{'items':{'$dynamicRef':'#/$defs/b'}}},'$defs':{'b':{}}}",
            })
    void referenceThatCouldLeadToASecretIsRefused(String schema) {
        assertThatIllegalArgumentException().isThrownBy(() -> schema(schema)).withMessageContaining("beside a secret");
    }

    @Test
    void referenceToADefinitionIsFine() {
        var schema = schema("{'properties':{'a':{'$ref':'#/$defs/b','secret':true}},'$defs':{'b':{'type':'string'}}}");
        assertThat(schema.conceal(json("{'a':'x'}"))).isEqualTo(json("{'a':HIDDEN}"));
    }

    @Test
    void markThatIsNoTruthValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("{'properties':{'a':{'secret':'yes'}}}"))
                .withMessage("\"secret\" is true or false");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'user':'u', 'token':'t', 'n':1.0}          | {'user':'u','token':HIDDEN,'n':1.0}
            {'token':null}                              | {'token':HIDDEN}
            {'token':['t']}                             | {'token':HIDDEN}
            {'login':{'password':{'a':1}},'token':1}    | {'login':{'password':HIDDEN},'token':HIDDEN}
            {'login':['p']}                             | {'login':HIDDEN}
            {'login':'u:p'}                             | {'login':HIDDEN}
            {'login':null}                              | {'login':null}
            't'                                         | HIDDEN
            {'token':1,'token':2}                       | HIDDEN
            no JSON                                     | HIDDEN
            """)
    void secretsAreConcealed(String stored, String shown) {
        assertThat(SCHEMA.conceal(json(stored))).isEqualTo(json(shown));
    }

    @Test
    void valueWithoutASecretIsShownCharacterForCharacter() {
        var exact = json("{ 'user' : 'u', 'login' : {} }");
        assertThat(SCHEMA.conceal(exact)).isSameAs(exact);
        assertThat(schema("{}").conceal(json("no JSON"))).isEqualTo(json("no JSON"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'user':'new','token':HIDDEN}            | {'user':'old','token':'t'}     | {'user':'new','token':'t'}
            {'token':HIDDEN,'n':1.0}                 | {'token':1e2}                  | {'token':1e2,'n':1.0}
            {'login':{'password':HIDDEN,'u':1}}      | {'login':{'password':'p'}}     | {'login':{'password':'p','u':1}}
            {'login':HIDDEN}                         | {'login':['p']}                | {'login':['p']}
            {'token':'new'}                          | {'token':'old'}                | {'token':'new'}
            {}                                       | {'token':'old'}                | {}
            { 'user' : HIDDEN }                      | {'token':'t'}                  | { 'user' : HIDDEN }
            """)
    void concealedSecretIsKept(String written, String stored, String expected) {
        assertThat(restored(written, stored)).isEqualTo(json(expected).text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'token':HIDDEN}                         | {}                             | /token
            {'token':HIDDEN}                         | {'login':{'password':'p'}}     | /token
            {'login':{'password':HIDDEN}}            | {'login':['p']}                | /login/password
            {'login':HIDDEN}                         | {'login':{'password':'p'}}     | /login
            HIDDEN                                   | {'token':'t'}                  | ``
            """)
    void secretThatIsNotStoredCannotBeKept(String written, String stored, String pointer) {
        assertThatExceptionOfType(SchemaViolationException.class)
                .isThrownBy(() -> restored(written, stored))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .containsExactly(new Violation(pointer, "secret", "keeps a secret where none is stored")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'token':{'$secret':true,'n':1}}             | {'token':{'n':0,'m':0}}         | /token
            {'token':{'$secret':false}}                  | {'token':{'n':0}}               | /token
            {'login':{'$secret':true,'password':'p'}}    | {'login':['p']}                 | /login
            {'$secret':true,'user':'u'}                  | {'token':'t'}                   | ``
            """)
    void secretIsReplacedAsAWhole(String written, String stored, String pointer) {
        assertThatExceptionOfType(SchemaViolationException.class)
                .isThrownBy(() -> restored(written, stored))
                .satisfies(refusal -> assertThat(refusal.violations())
                        .containsExactly(new Violation(pointer, "secret", "must be replaced as a whole")));
    }

    @Test
    void nothingIsKeptWhereNothingIsStored() {
        assertThatExceptionOfType(SchemaViolationException.class)
                .isThrownBy(() -> SCHEMA.restore(json("{'token':HIDDEN}"), Optional.empty()));
    }

    @Test
    void whatIsWrongWithASecretIsToldWithoutTheSecret() {
        assertThat(SCHEMA.check(json("{'token':'ab'}")))
                .containsExactly(new Violation("/token", "minLength", "must be at least 3 characters long"));
        var open = schema("{'properties':{'a':{'secret':true,'additionalProperties':false}}}");
        assertThat(open.check(json("{'a':{'tell-nobody':1}}")))
                .containsExactly(new Violation("/a", "additionalProperties", "is not as it must be"));
        var nested = schema("{'properties':{'a':{'secret':true,'additionalProperties':{'type':'string'}}}}");
        assertThat(nested.check(json("{'a':{'tell-nobody':1}}")))
                .containsExactly(new Violation("/a", "type", "is not as it must be"));
    }
}
