package dev.tenantry.adapters.http.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6902; the first rows are its appendix A. */
class JsonPatchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'foo':'bar'} | {'op':'add','path':'/baz','value':'qux'} | {'foo':'bar','baz':'qux'}",
                "{'foo':['bar','baz']} | {'op':'add','path':'/foo/1','value':'qux'} | {'foo':['bar','qux','baz']}",
                "{'baz':'qux','foo':'bar'} | {'op':'remove','path':'/baz'} | {'foo':'bar'}",
                "{'foo':['bar','qux','baz']} | {'op':'remove','path':'/foo/1'} | {'foo':['bar','baz']}",
                "{'baz':'qux','foo':'bar'} | {'op':'replace','path':'/baz','value':'boo'} | {'baz':'boo','foo':'bar'}",
                "{'a':{'b':1},'c':{'d':2}} | {'op':'move','from':'/a/b','path':'/c/e'} | {'a':{},'c':{'d':2,'e':1}}",
                "{'foo':['all','grass','cows','eat']} | {'op':'move','from':'/foo/1','path':'/foo/3'} | "
                        + "{'foo':['all','cows','eat','grass']}",
                "{'baz':'qux','foo':['a',2,'c']} | {'op':'test','path':'/foo/1','value':2} | "
                        + "{'baz':'qux','foo':['a',2,'c']}",
                "{'foo':'bar'} | {'op':'add','path':'/child','value':{'grandchild':{}}} | "
                        + "{'foo':'bar','child':{'grandchild':{}}}",
                "{'foo':'bar'} | {'op':'add','path':'/baz','value':'qux','xyz':123} | {'foo':'bar','baz':'qux'}",
                "{'/':9,'~1':10} | {'op':'test','path':'/~01','value':10} | {'/':9,'~1':10}",
                "{'foo':['bar']} | {'op':'add','path':'/foo/-','value':['abc','def']} | {'foo':['bar',['abc','def']]}",
                "{'a':1} | {'op':'add','path':'','value':[1.0]} | [1.0]",
                "{'a':1} | {'op':'replace','path':'','value':null} | null",
                "{'a':1} | {'op':'copy','from':'/a','path':'/b'} | {'a':1,'b':1}",
                "{'a':1} | {'op':'move','from':'/a','path':'/a'} | {'a':1}",
                "{'':1} | {'op':'replace','path':'/','value':2} | {'':2}",
                "{'a':1.0} | {'op':'test','path':'/a','value':1} | {'a':1.0}",
                "{'a':100} | {'op':'test','path':'/a','value':1e2} | {'a':100}",
                "{'a':{'b':1,'c':[2]}} | {'op':'test','path':'/a','value':{'c':[2.0],'b':1}} | {'a':{'b':1,'c':[2]}}",
                "{'a':'b'} | {'op':'test','path':'/a','value':'\\u0062'} | {'a':'b'}",
                "{'1':1} | {'op':'remove','path':'/1'} | {}",
            })
    void operationDoesWhatTheRfcSays(String target, String operation, String result) {
        assertThat(apply(target, '[' + operation + ']')).isEqualTo(json(result));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{'foo':'bar'} | {'op':'add','path':'/baz/bat','value':'qux'}",
                "{'baz':'qux'} | {'op':'test','path':'/baz','value':'bar'}",
                "{'/':9,'~1':10} | {'op':'test','path':'/~01','value':'10'}",
                "{'a':1} | {'op':'remove','path':'/b'}",
                "{'a':1} | {'op':'replace','path':'/b','value':1}",
                "{'a':1} | {'op':'remove','path':''}",
                "{'a':1} | {'op':'copy','from':'/b','path':'/c'}",
                "[1] | {'op':'add','path':'/2','value':1}",
                "[1] | {'op':'add','path':'/01','value':1}",
                "[1] | {'op':'add','path':'/1e0','value':1}",
                "[1] | {'op':'add','path':'/+0','value':1}",
                "[1] | {'op':'replace','path':'/-','value':1}",
                "[1] | {'op':'remove','path':'/99999999999'}",
                "{'a':null} | {'op':'test','path':'/b','value':null}",
                "{'a':1e999999999} | {'op':'test','path':'/a','value':1e99999999999999}",
                "1 | {'op':'add','path':'/a','value':1}",
            })
    void operationThatDoesNotFitIsAConflict(String target, String operation) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> apply(target, '[' + operation + ']'))
                .returns(ErrorCode.CONFLICT, RejectedException::code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "1",
                "[1]",
                "[{}]",
                "[{'op':'add','path':'/a'}]",
                "[{'op':'add','value':1}]",
                "[{'op':'add','path':1,'value':1}]",
                "[{'op':'add','path':'a','value':1}]",
                "[{'op':'add','path':'/~2','value':1}]",
                "[{'op':'add','path':'/~','value':1}]",
                "[{'op':'ADD','path':'/a','value':1}]",
                "[{'op':'copy','path':'/a'}]",
                "[{'op':'move','from':'/a','path':'/a/b'}]",
            })
    void malformedPatchIsInvalid(String patch) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> apply("{}", patch))
                .returns(ErrorCode.INVALID_REQUEST, RejectedException::code);
    }

    @ParameterizedTest
    @ValueSource(ints = {JsonPatch.MAX_OPERATIONS + 1})
    void patchHasABoundedNumberOfOperations(int count) {
        var patch =
                "[" + "{'op':'test','path':'','value':{}},".repeat(count - 1) + "{'op':'test','path':'','value':{}}]";

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> apply("{}", patch))
                .returns(ErrorCode.INVALID_REQUEST, RejectedException::code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[%s]       | {'op':'add','path':'/-','value':0}",
                "[%s]       | {'op':'replace','path':'/0','value':1}",
                "[%s]       | {'op':'copy','from':'/0','path':'/0'}",
                "[%s]       | {'op':'move','from':'/0','path':'/1'}",
                "[[%s],{}]  | {'op':'add','path':'/0/0','value':0},{'op':'remove','path':'/0/0'}",
                "[{},%s]    | {'op':'add','path':'/0/a','value':0}",
            })
    void patchMayDoABoundedAmountOfWork(String target, String operations) {
        var many = "[" + (operations + ',').repeat(499) + "{'op':'replace','path':'','value':1}]";

        assertThat(apply(target.formatted(zeros(1000)), many)).isEqualTo("1");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> apply(target.formatted(zeros(10_000)), many))
                .returns(ErrorCode.CONFLICT, RejectedException::code)
                .withMessageContaining("too many operations");
    }

    @Test
    void patchOfALargeObjectDoesABoundedAmountOfWorkToo() {
        var members = IntStream.range(0, 10_000).mapToObj(i -> "'m" + i + "':0").collect(Collectors.joining(","));
        var many = "[" + "{'op':'remove','path':'/m0'},{'op':'add','path':'/m0','value':0},".repeat(250)
                + "{'op':'replace','path':'','value':1}]";

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> apply('{' + members + '}', many))
                .returns(ErrorCode.CONFLICT, RejectedException::code);
    }

    @Test
    void testsOfALargeArrayAreNoWork() {
        var many =
                "[" + "{'op':'test','path':'/9999','value':0},".repeat(999) + "{'op':'replace','path':'','value':1}]";

        assertThat(apply('[' + zeros(10_000) + ']', many)).isEqualTo("1");
    }

    private static String zeros(int count) {
        return "0,".repeat(count - 1) + '0';
    }

    private static String apply(String target, String patch) {
        var body = json(patch).getBytes(StandardCharsets.UTF_8);
        return Patch.parse(Patch.JSON, body)
                .apply(new JsonText(json(target)), Set.of(), 1000)
                .text();
    }

    private static String json(String quotedSingly) {
        return quotedSingly.replace('\'', '"');
    }
}
