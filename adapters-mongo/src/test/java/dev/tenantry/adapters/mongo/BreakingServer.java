package dev.tenantry.adapters.mongo;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A server in the tests' JVM that can fail at one command, as one does that dies there. */
final class BreakingServer implements AutoCloseable {

    /** Whether the command that fails is done; the client cannot tell. */
    enum When {
        BEFORE,
        AFTER
    }

    private static final Set<String> COUNTED =
            Set.of("find", "insert", "update", "delete", "findAndModify", "aggregate");

    private final AtomicInteger commandsLeft = new AtomicInteger(Integer.MAX_VALUE);
    private volatile When when = When.BEFORE;
    private final MongoServer server = new MongoServer(new Backend());
    private final String address = server.bindAndGetConnectionString();

    private final class Backend extends MemoryBackend {

        @Override
        public Document handleMessage(MongoMessage message) {
            boolean breaks =
                    COUNTED.contains(message.getDocument().keySet().iterator().next())
                            && commandsLeft.getAndDecrement() == 0;
            if (breaks && when == When.BEFORE) {
                throw new IllegalStateException("the server died before the command");
            }
            var answer = super.handleMessage(message);
            if (breaks) {
                throw new IllegalStateException("the server died after the command");
            }
            return answer;
        }
    }

    String address() {
        return address;
    }

    /** Fails once: at the command before which so many succeed. */
    void breakAt(int command, When moment) {
        when = moment;
        commandsLeft.set(command);
    }

    /** Fails no more; returns whether it has. */
    boolean mend() {
        return commandsLeft.getAndSet(Integer.MAX_VALUE) < 0;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
