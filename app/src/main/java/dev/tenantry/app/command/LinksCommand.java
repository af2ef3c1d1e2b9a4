package dev.tenantry.app.command;

import dev.tenantry.adapters.http.links.CoverageJson;
import dev.tenantry.adapters.http.schema.JsonSchemas;
import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.LinkTenants;
import dev.tenantry.domain.port.in.LinkTenants.Outcome;
import dev.tenantry.domain.port.in.LinkTenants.Preference;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.service.LinkService;
import dev.tenantry.domain.service.Mirror;
import dev.tenantry.domain.service.MirroredStorage;
import io.dropwizard.core.setup.Bootstrap;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** {@code links}: which tenants have a Forge installation, and which may have one; {@code --link} decides one. */
public final class LinksCommand extends ConfigCommand {

    private final Clock clock = Clock.systemUTC();

    public LinksCommand() {
        super("links", "Tells which tenants are linked to a Forge installation, and links them");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--json").action(Arguments.storeTrue()).help("print the report as JSON");
        parser.addArgument("--link")
                .nargs(2)
                .metavar("TENANT", "ALIAS")
                .help("give a tenant an alias: a Forge installation, a site or a workspace");
        parser.addArgument("--prefer")
                .choices("tenant", "forge")
                .help("whose setting counts where both sides of --link have one of their own");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        try (var storage = OpenStorage.prepared(configuration)) {
            var links = new LinkService(storage, clock);
            List<String> names = namespace.getList("link");
            if (names != null) {
                link(configuration, storage, names, preference(namespace.getString("prefer")));
            } else if (namespace.getBoolean("json")) {
                CoverageJson.write(links, System.out);
                System.out.println();
            } else {
                new CoverageTable(System.out).print(links);
            }
        }
    }

    /** No call of the host holds up the link; the copies are made after it, whatever came of it. */
    private void link(TenantryConfiguration configuration, Storage storage, List<String> names, Preference preference) {
        var copies = new ArrayDeque<Runnable>();
        var links = new LinkService(mirrored(configuration, storage, copies::add), clock);
        try {
            System.out.println(link(links, names, preference));
        } finally {
            copies.forEach(Runnable::run);
        }
    }

    private Storage mirrored(TenantryConfiguration configuration, Storage storage, Executor afterwards) {
        var settings = configuration.settings();
        var keys = settings.mirroredKeys(settings.toDeclared(new JsonSchemas()));
        if (keys.keys().isEmpty()) {
            return storage;
        }
        var host = HostAccess.of(configuration, clock).properties();
        return new MirroredStorage(storage, new Mirror(storage, host, keys), afterwards);
    }

    private String link(LinkTenants links, List<String> names, Preference preference) {
        var tenant = new TenantId(names.get(0));
        var alias = Alias.installation(names.get(1)).orElseGet(() -> new Alias(names.get(1)));
        var outcome = links.link(new Link(alias, tenant, Provenance.OPERATOR, clock.instant()), preference);
        if (outcome instanceof Outcome.Linked linked) {
            return "Tenant " + tenant + " has the alias " + alias + moved(linked.moved()) + ".";
        }
        throw new IllegalArgumentException(refusal(tenant, alias, outcome));
    }

    private static String moved(List<SettingKey> keys) {
        return keys.isEmpty() ? "" : ", and its settings " + listed(keys);
    }

    private static String refusal(TenantId tenant, Alias alias, Outcome outcome) {
        if (outcome instanceof Outcome.Taken taken) {
            return "nothing is changed: " + alias + " is an alias of tenant " + taken.owner();
        }
        if (outcome instanceof Outcome.Conflicting conflict) {
            return "nothing is changed: both sides have settings of their own, " + listed(conflict.keys())
                    + "; decide with --prefer tenant or --prefer forge";
        }
        return "nothing is changed: there is no tenant " + tenant + ", or it has no settings any more";
    }

    private static String listed(List<SettingKey> keys) {
        return keys.stream().map(SettingKey::value).collect(Collectors.joining(", "));
    }

    private static Preference preference(@Nullable String name) {
        return name == null ? Preference.NONE : Preference.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
