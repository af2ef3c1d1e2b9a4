package dev.tenantry.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The canonical requests are what atlassian-connect-spring-boot 4.1.1 made of the same targets. */
class QshTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '"',
            value = {
                "/ GET&/&",
                "/foo// GET&/foo&",
                "/// GET&/&",
                "/a//b GET&/a//b&",
                "/a&b GET&/a%26b&",
                "/a%26b GET&/a%26b&",
                "/a%2fb%e2%82%ac GET&/a%2fb%e2%82%ac&",
                "/a/./b/../c GET&/a/./b/../c&",
                "/a+b;v=1 GET&/a+b;v=1&"
            })
    void pathIsTakenAsItCame(String target, String canonical) {
        assertThat(Qsh.canonical("GET", target, "")).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/foo? GET&/foo&",
                "/foo?&&a=1&& GET&/foo&a=1",
                "/foo?a= GET&/foo&a=",
                "/foo?=1 GET&/foo&=1",
                "/foo?a=b=c GET&/foo&a=b%3Dc",
                "/foo?a=b+c GET&/foo&a=b%20c",
                "/foo?a=* GET&/foo&a=%2A",
                "/foo?a=~ GET&/foo&a=~",
                "/foo?a=%c3%a9%2f GET&/foo&a=%C3%A9%2F",
                "/foo?a=%F0%9F%98%80 GET&/foo&a=%F0%9F%98%80",
                "/foo?a=1;b=2 GET&/foo&a=1%3Bb%3D2"
            })
    void parametersAreDecodedAndEncodedAgain(String target, String canonical) {
        assertThat(Qsh.canonical("GET", target, "")).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/foo?b=1&B=2&a=3&A=4 GET&/foo&A=4&B=2&a=3&b=1",
                "/foo?a10=1&a2=2&a1=3 GET&/foo&a1=3&a10=1&a2=2",
                "/foo?a%20b=1&a-b=2&a!b=3 GET&/foo&a%20b=1&a%21b=3&a-b=2",
                "/foo?a=z&a=b&a=B&a=10&a=9 GET&/foo&a=10,9,B,b,z",
                "/foo?a=&a=1 GET&/foo&a=,1",
                "/foo?a=1,2 GET&/foo&a=1%2C2"
            })
    void parametersAreSortedAndRepeatedOnesJoined(String target, String canonical) {
        assertThat(Qsh.canonical("GET", target, "")).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/foo?jwt=abc&a=1 GET&/foo&a=1",
                "/foo?jwt=a&jwt=b GET&/foo&",
                "/foo?%6Awt=abc GET&/foo&",
                "/foo?JWT=abc&jwt2=d GET&/foo&JWT=abc&jwt2=d",
                "/jwt/x?jwt=abc GET&/jwt/x&"
            })
    void tokenItselfIsNoPartOfTheHash(String target, String canonical) {
        assertThat(Qsh.canonical("GET", target, "")).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/app/foo?a=1 /app GET&/foo&a=1",
                "/app /app GET&/&",
                "/app/app/x /app GET&/app/x&",
                "/other /app GET&/other&",
                "/app/foo /app/ GET&/foo&",
                "/app / GET&/app&"
            })
    void pathOfTheBaseUrlIsNoPartOfTheHash(String target, String basePath, String canonical) {
        assertThat(Qsh.canonical("GET", target, basePath)).isEqualTo(canonical);
    }

    @Test
    void hashIsThatOfTheCanonicalRequestInLowerCaseHex() {
        assertThat(Qsh.of("GET", "/", "")).contains("c88caad15a1c1a900b8ac08aa9686f4e8184539bea1deda36e2f649430df3239");
    }

    @Test
    void methodsAreTakenAsTheHostTakesThem() {
        assertThat(Qsh.canonical("PUT", "/k?x=1", "")).isEqualTo("PUT&/k&x=1");
        assertThat(Qsh.canonical("get", "/", "")).isEqualTo("Get&/&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/foo?a=%", "/foo?a=%zz", "/foo?%4=1"})
    void malformedPercentEncodingHasNoHash(String target) {
        assertThat(Qsh.of("GET", target, "")).isEmpty();
    }
}
