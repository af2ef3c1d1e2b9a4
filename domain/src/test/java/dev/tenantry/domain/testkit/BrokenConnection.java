package dev.tenantry.domain.testkit;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.testkit.InterceptedStorage.Call;
import dev.tenantry.domain.testkit.InterceptedStorage.Interceptor;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaks once: at the call before which so many succeed. */
public final class BrokenConnection implements Interceptor {

    /** Whether the call that breaks is done; the caller cannot tell. */
    public enum When {
        BEFORE,
        AFTER
    }

    private final AtomicInteger callsLeft;
    private final When when;

    /** @param calls how many succeed before the one that breaks */
    public BrokenConnection(int calls, When when) {
        this.callsLeft = new AtomicInteger(calls);
        this.when = when;
    }

    @Override
    public Object around(Call call) throws Throwable {
        if (callsLeft.getAndDecrement() != 0) {
            return call.proceed();
        }
        if (when == When.AFTER) {
            call.proceed();
        }
        throw new StorageException("the connection broke");
    }
}
