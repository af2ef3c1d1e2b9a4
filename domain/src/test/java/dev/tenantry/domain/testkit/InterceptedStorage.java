package dev.tenantry.domain.testkit;

import dev.tenantry.domain.port.out.Archive;
import dev.tenantry.domain.port.out.ForwardingStorage;
import dev.tenantry.domain.port.out.Installations;
import dev.tenantry.domain.port.out.Links;
import dev.tenantry.domain.port.out.ServerKeys;
import dev.tenantry.domain.port.out.Settings;
import dev.tenantry.domain.port.out.Storage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** A store at whose ports the test stands in between: a call may fail, or something else may happen around it. */
public final class InterceptedStorage extends ForwardingStorage {

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

    private final Interceptor interceptor;

    /** Puts the interceptor before every call on the ports of the store. */
    public InterceptedStorage(Storage storage, Interceptor interceptor) {
        super(storage);
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
        return intercepted(Installations.class, super.installations());
    }

    @Override
    public Settings settings() {
        return intercepted(Settings.class, super.settings());
    }

    @Override
    public Links links() {
        return intercepted(Links.class, super.links());
    }

    @Override
    public Archive archive() {
        return intercepted(Archive.class, super.archive());
    }

    @Override
    public ServerKeys serverKeys() {
        return intercepted(ServerKeys.class, super.serverKeys());
    }
}
