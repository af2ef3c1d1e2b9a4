package dev.tenantry.adapters.http.keys;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forge's key set, fetched over HTTP and remembered as a whole.
 *
 * <p>A known key never waits: after an hour the set is fetched again behind its back, and if that fails, the old one goes
 * on for a day. An unknown key makes its caller wait for one fetch, at most one every {@value #PAUSE_SECONDS} s, or every
 * {@value #PAUSE_AFTER_FAILURE_SECONDS} s while fetches fail: whoever makes up keys causes no more than that.
 */
public final class ForgeKeys implements HostKeys {

    static final int PAUSE_SECONDS = 30;
    static final int PAUSE_AFTER_FAILURE_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(ForgeKeys.class);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration BELIEVED = Duration.ofHours(24);

    private final KeySetServer server;
    private final Executor background;
    private final Ticker ticker;
    private final ReentrantLock fetching = new ReentrantLock();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile Fetched last = new Fetched(Map.of(), Long.MIN_VALUE, Long.MIN_VALUE, false);

    /**
     * What is remembered.
     *
     * @param keys of the last fetch that succeeded
     * @param since when that was, by the ticker
     * @param attemptedAt when the last fetch ended, by the ticker
     * @param failed whether it failed
     */
    private record Fetched(Map<KeyId, RSAPublicKey> keys, long since, long attemptedAt, boolean failed) {}

    /**
     * @param url of the key set; https, or http to a loopback address
     * @param timeout of one fetch, from connecting to the last byte
     * @param background runs a fetch for which nobody waits
     * @throws IllegalArgumentException if the URL is another one
     */
    public ForgeKeys(URI url, Duration timeout, Executor background) {
        this(new KeySetServer(url, timeout), background, Ticker.systemTicker());
    }

    ForgeKeys(KeySetServer server, Executor background, Ticker ticker) {
        this.server = server;
        this.background = background;
        this.ticker = ticker;
    }

    @Override
    public Optional<RSAPublicKey> find(KeyId kid) {
        var known = believed(kid);
        if (known.isEmpty()) {
            return fetchFor(kid);
        }
        if (isOlder(last.since(), FRESH) && mayFetch() && refreshing.compareAndSet(false, true)) {
            refreshSoon();
        }
        return known;
    }

    private void refreshSoon() {
        try {
            background.execute(this::refresh);
        } catch (RejectedExecutionException stopping) {
            refreshing.set(false);
        }
    }

    private Optional<RSAPublicKey> believed(KeyId kid) {
        var now = last;
        return Optional.ofNullable(now.keys().get(kid)).filter(key -> !isOlder(now.since(), BELIEVED));
    }

    /** Callers that come meanwhile wait for the same fetch. */
    private Optional<RSAPublicKey> fetchFor(KeyId kid) {
        fetching.lock();
        try {
            if (believed(kid).isEmpty() && mayFetch()) {
                fetch();
            } else if (believed(kid).isEmpty() && last.failed()) {
                throw new HostUnavailableException("the key set could not be fetched a moment ago");
            }
            return believed(kid);
        } finally {
            fetching.unlock();
        }
    }

    private void refresh() {
        fetching.lock();
        try {
            if (isOlder(last.since(), FRESH) && mayFetch()) {
                fetch();
            }
        } catch (DomainException failure) {
            LOG.warn("Forge's keys are not refreshed: {}", failure.getMessage());
        } finally {
            fetching.unlock();
            refreshing.set(false);
        }
    }

    private void fetch() {
        try {
            var keys = server.fetch();
            long now = ticker.read();
            last = new Fetched(keys, now, now, false);
        } catch (DomainException failure) {
            last = new Fetched(last.keys(), last.since(), ticker.read(), true);
            throw failure;
        }
    }

    private boolean mayFetch() {
        var pause = Duration.ofSeconds(last.failed() ? PAUSE_AFTER_FAILURE_SECONDS : PAUSE_SECONDS);
        return isOlder(last.attemptedAt(), pause);
    }

    private boolean isOlder(long at, Duration age) {
        return at == Long.MIN_VALUE || ticker.read() - at >= age.toNanos();
    }
}
