package dev.tenantry.domain.broken;

import static java.util.stream.Collectors.toSet;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import dev.tenantry.domain.testkit.StorageContract;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A backend's test, of whatever store is under suspicion. Its name keeps it out of the build's own run. */
final class Suspect implements StorageContract {

    private static volatile Supplier<Storage> store = InMemoryStorage::new;

    private final Storage storage = store.get();

    @Override
    public Storage storage() {
        return storage;
    }

    /** Runs these tests of the kit, each on a store of its own, and returns the names of those that fail. */
    static Set<String> failures(Supplier<Storage> suspected, String... tests) {
        store = suspected;
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(tests)
                        .map(test -> selectMethod(Suspect.class, test))
                        .toList())
                .build();
        var summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getTestIdentifier().getDisplayName().replace("()", ""))
                .collect(toSet());
    }
}
