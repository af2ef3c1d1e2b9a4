package dev.tenantry.adapters.redis.testkit;

/** Servers that keep one set of data together, and keep their addresses when they are started again. */
public interface RedisServers {

    /** Returns the address as {@code storage.url} has it. */
    String url();

    /** Kills all of them, so that they have no time to save anything. */
    void kill();

    /** Kills all of them, starts them again on the same files and waits until they answer. */
    void restart();
}
