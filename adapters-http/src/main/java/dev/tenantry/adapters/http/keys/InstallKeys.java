package dev.tenantry.adapters.http.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.HostUnavailableException;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.port.out.HostKeys;
import dev.tenantry.domain.token.KeyId;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Install keys, fetched over HTTP and remembered: a found key for a day (every rotation has an id of its own), a missing
 * one for a minute and apart, so that nobody who makes up ids can push found keys out. Failures are not remembered.
 *
 * <p>Fetches have a budget of {@value #PER_SECOND} a second after a burst of {@value #BURST}; keys that are remembered
 * never wait for it. Callers that ask for one id at the same time share one fetch.
 */
public final class InstallKeys implements HostKeys {

    static final int BURST = 20;
    static final int PER_SECOND = 10;

    private final KeyServer server;
    private final Budget budget;
    private final Cache<KeyId, RSAPublicKey> found;
    private final Cache<KeyId, Boolean> missing;
    private final ConcurrentMap<KeyId, CompletableFuture<Optional<RSAPublicKey>>> fetches = new ConcurrentHashMap<>();

    /**
     * @param url of the server, under which keys lie by their id; https, or http to a loopback address
     * @param timeout of one fetch, from connecting to the last byte
     * @throws IllegalArgumentException if the URL is another one
     */
    public InstallKeys(URI url, Duration timeout) {
        this(new KeyServer(url, timeout), Ticker.systemTicker());
    }

    InstallKeys(KeyServer server, Ticker ticker) {
        this.server = server;
        this.budget = new Budget(BURST, PER_SECOND, ticker);
        this.found = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofHours(24))
                .maximumSize(100)
                .ticker(ticker)
                .build();
        this.missing = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(60))
                .maximumSize(10_000)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<RSAPublicKey> find(KeyId kid) {
        var known = Optional.ofNullable(found.getIfPresent(kid));
        return known.isPresent() || missing.getIfPresent(kid) != null ? known : fetch(kid);
    }

    private Optional<RSAPublicKey> fetch(KeyId kid) {
        var mine = new CompletableFuture<Optional<RSAPublicKey>>();
        var running = fetches.putIfAbsent(kid, mine);
        if (running != null) {
            return join(running);
        }
        try {
            var key = remember(kid);
            mine.complete(key);
            return key;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            fetches.remove(kid);
        }
    }

    private Optional<RSAPublicKey> remember(KeyId kid) {
        var justFound = Optional.ofNullable(found.getIfPresent(kid));
        if (justFound.isPresent()) {
            return justFound;
        }
        if (!budget.take()) {
            throw new RejectedException(
                    ErrorCode.TOO_MANY_REQUESTS, "Too many callbacks name keys that nobody has asked for yet.");
        }
        var key = server.fetch(kid);
        key.ifPresentOrElse(value -> found.put(kid, value), () -> missing.put(kid, true));
        return key;
    }

    /** Fails as the other caller's fetch failed, with a stack trace of this caller's own. */
    private static Optional<RSAPublicKey> join(CompletableFuture<Optional<RSAPublicKey>> fetch) {
        try {
            return fetch.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RejectedException rejected) {
                throw new RejectedException(rejected.code(), rejected.detail());
            }
            throw new HostUnavailableException("fetch an install key", failure);
        }
    }
}
