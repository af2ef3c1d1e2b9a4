import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** Speaks MongoDB's protocol on a free port of 127.0.0.1, keeps everything in memory, and prints its URL. */
final class Server {
    public static void main(String[] arguments) {
        System.out.println(new MongoServer(new MemoryBackend()).bindAndGetConnectionString());
    }
}
