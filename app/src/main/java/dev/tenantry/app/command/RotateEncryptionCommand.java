package dev.tenantry.app.command;

import dev.tenantry.app.config.TenantryConfiguration;
import dev.tenantry.app.encryption.Keyset;
import dev.tenantry.app.encryption.Rotation;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.nio.file.Path;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** {@code rotate-encryption}: seals everything under one key, and makes such keys. */
public final class RotateEncryptionCommand extends ConfigCommand {

    public RotateEncryptionCommand() {
        super(
                "rotate-encryption",
                "Seals all secrets under the key of encryption.keyset that seals, and makes such keys");
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.epilog("A new key takes four steps: --new-key FILE, --use-new-key FILE, this with the configuration, and"
                + " --drop-old-keys FILE, after which backups from before cannot be read with it. After each change of"
                + " the file give it to all servers and restart them before the next step. Safe while servers run, and to"
                + " repeat: only what is not sealed by the key that seals is written.");
        var modes = parser.addMutuallyExclusiveGroup();
        modes.addArgument("--decrypt")
                .action(Arguments.storeTrue())
                .help("stores everything in the clear again, for the way back to ACE; stop the servers before it, and"
                        + " empty encryption.keyset after it");
        modes.addArgument("--new-key")
                .metavar("FILE")
                .help("adds a key to the keyset in this file, which does not seal yet, or makes the file; needs no"
                        + " configuration");
        modes.addArgument("--use-new-key")
                .metavar("FILE")
                .help("lets the newest key in this file seal; needs no configuration");
        modes.addArgument("--drop-old-keys")
                .metavar("FILE")
                .help("leaves only the key that seals in this file; needs no configuration");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
        if (namespace.getString("new_key") != null) {
            addKey(namespace.getString("new_key"));
        } else if (namespace.getString("use_new_key") != null) {
            useNewKey(namespace.getString("use_new_key"));
        } else if (namespace.getString("drop_old_keys") != null) {
            dropOldKeys(namespace.getString("drop_old_keys"));
        } else {
            super.run(bootstrap, namespace);
        }
    }

    private static void addKey(String file) throws IOException {
        int keys = new KeysetFile(Path.of(file)).addKey().size();
        System.out.println(
                keys == 1
                        ? file + " has a new keyset. Name it in encryption.keyset of all servers, restart them, and run"
                                + " rotate-encryption with their configuration. Who loses the file loses all secrets."
                        : file + " has " + keys + " keys now. Give it to all servers and restart them; then"
                                + " --use-new-key lets the new one seal.");
    }

    private static void useNewKey(String file) throws IOException {
        new KeysetFile(Path.of(file)).useNewKey();
        System.out.println("The newest key of " + file + " seals now. Give it to all servers, restart them, and run"
                + " rotate-encryption with their configuration.");
    }

    private static void dropOldKeys(String file) throws IOException {
        new KeysetFile(Path.of(file)).dropOldKeys();
        System.out.println(file + " has one key now. Give it to all servers.");
    }

    @Override
    protected void run(
            Bootstrap<TenantryConfiguration> bootstrap, Namespace namespace, TenantryConfiguration configuration) {
        var sealing = Sealing.of(configuration);
        var keyset = sealing.keyset()
                .orElseThrow(() -> new IllegalArgumentException(
                        "encryption.keyset is empty; --new-key FILE makes a file that it can name"));
        boolean decrypt = namespace.getBoolean("decrypt");
        var progress = MoveProgress.onTerminal();
        try (var storage = OpenStorage.sealed(configuration.storage())) {
            var rotation = decrypt
                    ? Rotation.unsealing(storage, keyset, sealing.secretive(), progress.report())
                    : Rotation.sealing(storage, keyset, sealing.secretive(), progress.report());
            rotation.run(progress::tick);
        }
        System.out.println(progress.sum());
        if (!progress.report().isClean()) {
            throw new UnfinishedException(
                    decrypt ? "not everything is in the clear" : "not everything is sealed by the key that seals");
        }
        System.out.println(conclusion(decrypt, keyset));
    }

    private static String conclusion(boolean decrypt, Keyset keyset) {
        if (decrypt) {
            return "Everything is in the clear. Empty encryption.keyset before a server starts: it would seal again.";
        }
        return keyset.size() == 1
                ? "Everything is sealed."
                : "Everything is sealed by one key. If it is the newest, the others are needed for backups only;"
                        + " --drop-old-keys removes them.";
    }
}
