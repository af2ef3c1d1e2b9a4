package dev.tenantry.domain.testkit;

import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;

/** A store at whose ports the test stands in between: a call may fail, or something else may happen around it. */
public final class InterceptedStorage implements Storage {

    /** What happens around the calls on the ports. */
    @FunctionalInterface
    public interface Interceptor {

        /** Makes the call, or not; returns what the caller gets. */
        Object around(Call call) throws Throwable;
    }

    /** One call. */
    @FunctionalInterface
    public interface Call {

        /** Makes it. */
        Object proceed() throws Throwable;
    }

    private final Storage storage;
    private final Interceptor interceptor;

    /** Puts the interceptor before every call on the ports of the store. */
    public InterceptedStorage(Storage storage, Interceptor interceptor) {
        this.storage = storage;
        this.interceptor = interceptor;
    }

    private <T> T intercepted(Class<T> port, T target) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(),
                new Class<?>[] {port},
                (proxy, method, arguments) -> interceptor.around(() -> invoke(target, method, arguments))));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    @Override
    public Installations installations() {
        return intercepted(Installations.class, storage.installations());
    }

    @Override
    public Settings settings() {
        return intercepted(Settings.class, storage.settings());
    }

    @Override
    public Links links() {
        return intercepted(Links.class, storage.links());
    }

    @Override
    public Archive archive() {
        return intercepted(Archive.class, storage.archive());
    }

    @Override
    public ServerKeys serverKeys() {
        return intercepted(ServerKeys.class, storage.serverKeys());
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
    public void sweep(Instant mintedBefore) {
        storage.sweep(mintedBefore);
    }

    @Override
    public void close() {
        storage.close();
    }
}
