package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class AppTest {

    private static final String WORKSPACE = "{9c5a7a4e-0000-4000-8000-000000000001}";
    private static final TenantId DERIVED = new TenantId("ari:cloud:bitbucket::app/" + WORKSPACE + "/my.app");

    private static App app(Product product, boolean unsignedFirstInstall) {
        var urls = List.of("https://app.example/", "https://old.example/base");
        return new App("my.app", product, urls, product.usualHosts(), unsignedFirstInstall);
    }

    @Test
    void anyOfItsUrlsMeansTheApp() {
        var app = app(Product.JIRA, false);
        assertThat(app.isMeantBy(List.of("https://app.example"))).isTrue();
        assertThat(app.isMeantBy(List.of("https://other.example", "https://old.example/base")))
                .isTrue();
    }

    @Test
    void oneTrailingSlashIsNoDifference() {
        assertThat(app(Product.JIRA, false).isMeantBy(List.of("https://old.example/base/")))
                .isTrue();
        assertThat(app(Product.JIRA, false).isMeantBy(List.of("https://old.example/base//")))
                .isFalse();
    }

    @Test
    void otherUrlsMeanOthers() {
        var app = app(Product.JIRA, false);
        assertThat(app.isMeantBy(List.of())).isFalse();
        assertThat(app.isMeantBy(List.of("https://old.example", "https://app.example/base", "my.app")))
                .isFalse();
    }

    @Test
    void appWithoutAUrlIsRefused() {
        var hosts = Product.JIRA.usualHosts();
        assertThatIllegalArgumentException().isThrownBy(() -> new App("a", Product.JIRA, List.of(), hosts, false));
    }

    @Test
    void unsignedFirstInstallIsAdmittedIfTheOperatorOptedIn() {
        assertThat(app(Product.BITBUCKET, true).admitsUnsigned(DERIVED, "https://bitbucket.org", WORKSPACE))
                .isTrue();
        assertThat(app(Product.BITBUCKET, false).admitsUnsigned(DERIVED, "https://bitbucket.org", WORKSPACE))
                .isFalse();
    }

    @Test
    void unsignedFirstInstallIsBitbucketsOnly() {
        assertThat(app(Product.JIRA, true).admitsUnsigned(DERIVED, "https://bitbucket.org", WORKSPACE))
                .isFalse();
    }

    @Test
    void unsignedFirstInstallIsAdmittedForTheDerivedClientKeyOnly() {
        var app = app(Product.BITBUCKET, true);
        var foreign = new TenantId("ari:cloud:bitbucket::app/" + WORKSPACE + "/other.app");
        assertThat(app.admitsUnsigned(foreign, "https://bitbucket.org", WORKSPACE))
                .isFalse();
        assertThat(app.admitsUnsigned(DERIVED, "https://bitbucket.org", "{another}"))
                .isFalse();
        assertThat(app.admitsUnsigned(new TenantId("ari:cloud:bitbucket::app//my.app"), "https://bitbucket.org", ""))
                .isFalse();
    }

    @Test
    void unsignedFirstInstallIsAdmittedFromBitbucketsUrlOnly() {
        var app = app(Product.BITBUCKET, true);
        assertThat(app.admitsUnsigned(DERIVED, "https://bitbucket.org/", WORKSPACE))
                .isFalse();
        assertThat(app.admitsUnsigned(DERIVED, "https://evil.example", WORKSPACE))
                .isFalse();
    }

    @Test
    void everyProductButBitbucketHasInstallKeys() {
        assertThat(List.of(Product.values()).stream().filter(Product::hasInstallKeys))
                .containsExactly(Product.JIRA, Product.CONFLUENCE);
        assertThat(Product.CONFLUENCE.productType()).isEqualTo("confluence");
    }
}
