package dev.tenantry.adapters.http.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.adapters.http.client.ScriptedServer.Received;
import dev.tenantry.adapters.http.client.ScriptedServer.Reply;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Product;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppPropertiesTest {

    private static final SettingKey KEY = new SettingKey("a/b é");

    private final SiteStandIn site = new SiteStandIn(Product.JIRA, Clock.systemUTC());
    private final TenantRecord tenant = site.tenant("acme");
    private final AppProperties properties = properties(site);

    private static AppProperties properties(SiteStandIn site) {
        return new AppProperties(site.app(), new HostClient(site.app(), Duration.ofSeconds(20), Clock.systemUTC()));
    }

    private static Optional<JsonText> json(String text) {
        return Optional.of(new JsonText(text));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"JIRA", "CONFLUENCE"})
    void propertyIsWrittenChangedAndRemoved(Product product) {
        try (var place = new SiteStandIn(product, Clock.systemUTC())) {
            var there = properties(place);
            var acme = place.tenant("acme");

            assertThat(there.find(acme, KEY)).isEmpty();
            assertThat(there.align(acme, KEY, json("{\"x\":1.0}"))).isTrue();
            assertThat(place.properties()).containsEntry("a/b é", "{\"x\":1.0}");
            assertThat(there.keys(acme)).containsExactly("a/b é");
            assertThat(there.find(acme, KEY)).isEqualTo(json("{\"x\":1.0}"));
            assertThat(there.align(acme, KEY, json("2"))).isTrue();
            assertThat(place.properties()).containsEntry("a/b é", "2");
            assertThat(there.align(acme, KEY, Optional.empty())).isTrue();
            assertThat(place.properties()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":1,"b":[1.0]} | {"b":[1], "a":1}  | true
            {"a":1}           | {"a":"1"}         | false
            null              | null              | true
            null              | false             | false
            """)
    void propertyThatIsTheSameJsonIsLeftAlone(String kept, String wanted, boolean same) {
        site.properties().put("k", kept);

        assertThat(properties.align(tenant, new SettingKey("k"), json(wanted))).isEqualTo(!same);
        assertThat(site.requests().stream().map(Received::method))
                .containsExactly(same ? new String[] {"GET"} : new String[] {"GET", "PUT"});
    }

    @Test
    void propertyThatIsNotThereNeedNotGo() {
        assertThat(properties.align(tenant, KEY, Optional.empty())).isFalse();
        assertThat(site.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"key\":\"k\"}", "{\"value\":1", "<html>"})
    void answerWithoutAValueIsAFailure(String body) {
        site.answer(request -> new Reply(200, body));

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> properties.find(tenant, KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":{}}", "{\"keys\":[{}]}", "{\"keys\":[1]}"})
    void listWithoutKeysIsAFailure(String body) {
        site.answer(request -> new Reply(200, body));

        assertThatExceptionOfType(HostUnavailableException.class).isThrownBy(() -> properties.keys(tenant));
    }

    @Test
    void writeThatIsRefusedIsAFailure() {
        site.answer(request -> new Reply(request.method().equals("GET") ? 404 : 403, ""));

        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> properties.align(tenant, KEY, json("1")));
        site.answer(request -> request.method().equals("GET") ? new Reply(200, "{\"value\":1}") : new Reply(401, ""));
        assertThatExceptionOfType(HostUnavailableException.class)
                .isThrownBy(() -> properties.align(tenant, KEY, Optional.empty()));
    }

    @Test
    void removalThatComesTooLateIsOne() {
        site.answer(request -> request.method().equals("GET") ? new Reply(200, "{\"value\":1}") : new Reply(404, ""));

        assertThat(properties.align(tenant, KEY, Optional.empty())).isTrue();
    }

    @Test
    void bitbucketHasNone() {
        try (var workspace = new SiteStandIn(Product.BITBUCKET, Clock.systemUTC())) {
            assertThatIllegalArgumentException().isThrownBy(() -> properties(workspace));
        }
    }
}
