package dev.tenantry.domain.testkit;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A store whose connection breaks at one call: before the call is done, or after it and before the answer. */
final class FailingStorage implements Storage {

    /** When the connection breaks; the caller cannot tell. */
    enum Break {
        BEFORE,
        AFTER
    }

    private final Storage storage;
    private final AtomicInteger callsLeft;
    private final Break when;

    /** @param calls how many calls succeed before the one that fails */
    FailingStorage(Storage storage, int calls, Break when) {
        this.storage = storage;
        this.callsLeft = new AtomicInteger(calls);
        this.when = when;
    }

    private <T> T failing(Class<T> port, T working) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> call(working, method, arguments)));
    }

    private Object call(Object port, Method method, Object[] arguments) throws Throwable {
        boolean fails = callsLeft.getAndDecrement() == 0;
        if (fails && when == Break.BEFORE) {
            throw new StorageException("the connection broke before " + method.getName());
        }
        try {
            var result = method.invoke(port, arguments);
            if (fails) {
                throw new StorageException("the connection broke after " + method.getName());
            }
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public Installations installations() {
        return failing(Installations.class, storage.installations());
    }

    @Override
    public Settings settings() {
        return failing(Settings.class, storage.settings());
    }

    @Override
    public Links links() {
        return failing(Links.class, storage.links());
    }

    @Override
    public void ping() {
        storage.ping();
    }

    @Override
    public boolean isPrepared() {
        return storage.isPrepared();
    }

    @Override
    public List<String> prepare() {
        return storage.prepare();
    }

    @Override
    public void close() {
        storage.close();
    }
}
