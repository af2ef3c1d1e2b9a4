package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    private static final AllowedHosts USUAL = Product.JIRA.usualHosts();

    private static final AllowedHosts OWN =
            AllowedHosts.of(List.of("jira.example.com", "*.Example.ORG", "port.example.com:8443", "localhost:2990"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.atlassian.net",
                "https://acme.atlassian.net/",
                "https://acme.atlassian.net/wiki",
                "https://ACME.Atlassian.NET",
                "HTTPS://acme.jira.com"
            })
    void sitesOfTheProductAreAdmitted(String baseUrl) {
        assertThat(USUAL.admits(baseUrl)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://atlassian.net", // the star is one label
                "https://a.b.atlassian.net",
                "https://atlassian.net.evil.example",
                "https://evilatlassian.net",
                "https://acme.atlassian.net.", // trailing dot
                "https://acme.atlassian.net:443", // a port that is not listed
                "https://acme.atlassian.net:8443",
                "http://acme.atlassian.net",
                "ftp://acme.atlassian.net",
                "//acme.atlassian.net",
                "https:acme.atlassian.net",
                "https://user@acme.atlassian.net",
                "https://@acme.atlassian.net",
                "https://acme.atlassian.net?",
                "https://acme.atlassian.net?a=b",
                "https://acme.atlassian.net#",
                "https://evil.example#@acme.atlassian.net",
                "https://evil.example/acme.atlassian.net",
                "https://evil.example\\.atlassian.net",
                "https://a_b.atlassian.net", // no host name (RFC 952)
                "https:// acme.atlassian.net",
                "javascript:alert(1)",
                "acme.atlassian.net",
                ""
            })
    void everythingElseIsRefused(String baseUrl) {
        assertThat(USUAL.admits(baseUrl)).isFalse();
    }

    @Test
    void hostIsAdmittedByNameStarOrPort() {
        assertThat(OWN.admits("https://jira.example.com")).isTrue();
        assertThat(OWN.admits("https://a.example.org")).isTrue();
        assertThat(OWN.admits("https://port.example.com:8443")).isTrue();
        assertThat(OWN.admits("https://port.example.com")).isFalse();
        assertThat(OWN.admits("https://a.jira.example.com")).isFalse();
    }

    @Test
    void httpIsForListedLoopbackHostsOnly() {
        assertThat(OWN.admits("http://localhost:2990/jira")).isTrue();
        assertThat(OWN.admits("http://localhost")).isFalse();
        assertThat(OWN.admits("http://127.0.0.1:2990")).isFalse();
        assertThat(OWN.admits("http://jira.example.com")).isFalse();
    }

    @Test
    void withoutPatternsNoSiteIsAdmitted() {
        assertThat(AllowedHosts.of(List.of()).admits("https://acme.atlassian.net"))
                .isFalse();
    }

    @Test
    void bitbucketHasTwoHosts() {
        assertThat(Product.BITBUCKET.usualHosts().admits("https://bitbucket.org"))
                .isTrue();
        assertThat(Product.BITBUCKET.usualHosts().admits("https://api.bitbucket.org"))
                .isTrue();
        assertThat(Product.BITBUCKET.usualHosts().admits("https://evil.bitbucket.org"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*.", "*.*.net", "a.*", "https://a.example", "a.example/", "a b", "", ".a", "a:", "*:1"})
    void malformedPatternIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllowedHosts.of(List.of(pattern)))
                .withMessageContaining("'" + pattern + "'");
    }
}
