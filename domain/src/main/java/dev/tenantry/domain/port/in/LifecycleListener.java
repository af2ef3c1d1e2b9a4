package dev.tenantry.domain.port.in;

/**
 * The app's own code that wants to know of its tenants; what ACE calls {@code host_settings_saved}, and the events that
 * ACE does not have.
 *
 * <p>Called after the commit, on the thread of the host's call and within its time, once for each server that handled the
 * event; an event whose outcome is {@link LifecycleOutcome#NOTHING_NEW} is told too. What a listener throws is logged and
 * changes nothing: the host is answered as if it had not been there. Must be safe for use by many threads.
 */
@FunctionalInterface
public interface LifecycleListener {

    /** Hears of an event and what came of it. */
    void after(LifecycleEvent event, LifecycleOutcome outcome);
}
