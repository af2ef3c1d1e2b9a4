package dev.tenantry.adapters.mongo;

import dev.tenantry.adapters.mongo.testkit.FerretDbServer;
import dev.tenantry.domain.port.out.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The kit on a server that others wrote, in a process of its own. */
@EnabledIf(
        value = "dev.tenantry.adapters.mongo.testkit.FerretDbServer#isWanted",
        disabledReason = "no ferretdb on this machine; .ci/run installs it")
class FerretDbStorageTest implements OnMongo {

    /**
     * Its {@code update} and {@code findAndModify} read documents, compare them outside of any transaction and write by
     * {@code _id} alone; only inserts and deletions are one step. MongoDB promises that the change of one document is.
     */
    private static final String NOT_ATOMIC = "FerretDB 1.24 lets two writers replace the same state of one document";

    @TempDir
    private Path folder;

    private FerretDbServer server;
    private String url;
    private Storage storage;

    @BeforeEach
    void start() {
        server = FerretDbServer.start(folder, 0);
        url = Config.newDatabase(server.url());
        storage = Config.prepared(url);
    }

    @AfterEach
    void stop() {
        storage.close();
        server.close();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public String url() {
        return url;
    }

    /** The server is killed in between, and comes back. */
    @Override
    public Storage reopen() {
        storage.close();
        stopServer();
        startServer();
        storage = Config.of(url).open();
        return storage;
    }

    @Override
    public void stopServer() {
        server.close();
    }

    @Override
    public void startServer() {
        server = FerretDbServer.start(folder, server.port());
    }

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void exactlyOneOfManyReplacementsWins() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void exactlyOneOfReplacementAndRemovalsWins() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void exactlyOneOfManyReplacersWins() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void exactlyOneOfManyRemoversWins() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void eitherTheReplacerOrTheRemoverWins() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void noIncrementIsLost() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void newerInstallWinsOverAnOlderUninstallInWhateverOrderTheyCome() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void goodbyesInAnyOrderEndInUninstalled() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void tenantThatComesBackDuringAPurgeIsWhole() {}

    @Test
    @Disabled(NOT_ATOMIC)
    @Override
    public void retainedSettingsComeBackWithTheirTenantOrNotAtAll() {}
}
