package dev.tenantry.app.move;

import static dev.tenantry.domain.testkit.Fixtures.in;
import static dev.tenantry.domain.testkit.Fixtures.link;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static dev.tenantry.domain.testkit.Fixtures.tenant;

import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Secrets.Previous;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.move.TenantWriter;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Storages with all that is hard to carry, and their exports. */
public final class Samples {

    private Samples() {}

    /** Returns three tenants: one in use, one whose settings are retained, one whose settings were dropped. */
    public static Storage storage() {
        var storage = new InMemoryStorage();
        var installation = new Installation(
                "dev.tenantry.app",
                "jira",
                "https://example.atlassian.net",
                Map.of(HostField.DESCRIPTION, "half a pair: \uD83D"),
                new TreeMap<>(Map.of(
                        "capabilities", new JsonText("[1.0, 12345678901234567890123]"),
                        "consumer", new JsonText("{\"key\":\"k\",\"secret\":\"of the consumer\"}"))));
        var previous = new Previous(
                new SharedSecret("older \uD83D\uDE00"),
                Fixtures.INSTALLED_AT.plusSeconds(1),
                Fixtures.INSTALLED_AT.plusSeconds(601));
        var secrets =
                new Secrets(Optional.of(new SharedSecret("s\u00E9cret")), Optional.of(previous), Optional.empty());
        store(
                storage,
                Fixtures.with(installation, tenant("acme")).with(secrets),
                List.of(
                        setting("a/%{b}", "{\"z\":1.0,\"a\":12345678901234567890123}"),
                        setting("b", " \"\uD83D\uDE00 \\u0000\\n\" "),
                        setting("\uD83D\uDE00", "null")),
                List.of(link("ari:1", "acme"), link("ari:2", "acme")));
        store(
                storage,
                in(TenantStatus.UNINSTALLED, tenant("b:{\"}")),
                List.of(setting("kept", "\"" + "x".repeat(2000) + "\"")),
                List.of(link("ari:3", "b:{\"}")));
        store(storage, in(TenantStatus.UNINSTALLED, tenant("c").withoutSettings()), List.of(), List.of());
        return storage;
    }

    /** Returns this many tenants with two settings each. */
    public static Storage storage(int tenants) {
        var storage = new InMemoryStorage();
        IntStream.range(0, tenants)
                .forEach(n -> store(
                        storage,
                        tenant("tenant" + n),
                        List.of(setting("a", "1.0"), setting("b", "\"" + n + "\"")),
                        List.of()));
        return storage;
    }

    private static void store(Storage storage, TenantRecord record, List<Setting> settings, List<Link> links) {
        new TenantWriter(storage).write(record, settings.iterator(), links);
    }

    /** Returns the export of a storage. */
    public static String export(Storage storage, boolean withSecrets) {
        var out = new ByteArrayOutputStream();
        try {
            new Export(storage, new MoveReport(trouble -> {}), () -> {}).write(out, withSecrets);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
