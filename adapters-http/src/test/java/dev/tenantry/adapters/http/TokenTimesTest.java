package dev.tenantry.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** When a token is good: by its own times, and by what has become of its tenant. */
class TokenTimesTest {

    private static final Call GET = Call.of("GET", "/api/settings/appSettings");

    @RegisterExtension
    static final Running SERVER = Running.jira();

    private final Site site = SERVER.installedSite();
    private final Map<String, Object> claims =
            Tokens.claims(site.clientKey(), SERVER.clock().instant(), GET);

    @Test
    void timesMustBeThereAndMustBeNumbers() {
        for (var name : List.of("iat", "exp")) {
            for (var bad : new Object[] {null, "1790000000", List.of(1), true, -1, 1e300}) {
                var bent = new LinkedHashMap<>(claims);
                bent.put(name, bad);
                assertThat(status(Tokens.hs256(bent, site.secret())))
                        .as("%s: %s", name, bad)
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void clocksMayDifferByHalfAMinute() {
        long now = SERVER.clock().instant().getEpochSecond();

        assertThat(statusWith("exp", now - 29)).isEqualTo(200);
        assertThat(statusWith("exp", now - 30)).isEqualTo(401);
        assertThat(statusWith("iat", now + 30)).isEqualTo(200);
        assertThat(statusWith("iat", now + 31)).isEqualTo(401);
        assertThat(statusWith("nbf", now + 30)).isEqualTo(200);
        assertThat(statusWith("nbf", now + 31)).isEqualTo(401);
    }

    @Test
    void tenantThatIsUninstalledIsRefused() {
        assertThat(SERVER.send(site.callback("uninstalled")).status()).isEqualTo(204);

        assertThat(SERVER.send(site.signed(GET)).status()).isEqualTo(401);
        assertThat(SERVER.send(site.fromPage(GET)).status()).isEqualTo(401);
    }

    @Test
    void tenantThatIsDisabledIsRefusedUntilALaterTokenShowsThatItIsNot() {
        var before = site.signed(GET);
        SERVER.send(site.callback("disabled"));

        assertThat(SERVER.send(before).status()).isEqualTo(401);

        SERVER.clock().advance(Duration.ofSeconds(1));
        assertThat(SERVER.send(site.signed(GET)).status()).isEqualTo(200);
    }

    @Test
    void secretBeforeARotationIsGoodForTheTimeOfItsGrace() {
        var before = site.signed(GET);
        var rotated = new Site(site.host(), site.clock(), site.clientKey(), site.secret() + "-new");
        SERVER.send(rotated.callback("installed"));

        assertThat(SERVER.send(before).status()).isEqualTo(200);
        assertThat(SERVER.send(rotated.signed(GET)).status()).isEqualTo(200);
        assertThat(SERVER.send(site.callback("disabled")).status()).isEqualTo(401);

        SERVER.clock().advance(Duration.ofSeconds(31));
        assertThat(SERVER.send(site.signed(GET)).status()).isEqualTo(401);
    }

    private int statusWith(String claim, long value) {
        var changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        return status(Tokens.hs256(changed, site.secret()));
    }

    private static int status(String token) {
        return SERVER.send(GET.token(token)).status();
    }
}
