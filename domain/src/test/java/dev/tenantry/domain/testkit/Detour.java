package dev.tenantry.domain.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A way to a server on which nothing comes through for a while: connections are taken, and stay without an answer, as on a
 * network that drops packets. What was sent meanwhile arrives late.
 */
public final class Detour implements AutoCloseable {

    private final ServerSocket entry;
    private final int destination;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private boolean isSilent;

    private Detour(ServerSocket entry, int destination) {
        this.entry = entry;
        this.destination = destination;
    }

    /** Opens a way to this port of this machine. */
    public static Detour to(int port) {
        try {
            var detour = new Detour(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), port);
            start(detour::accept);
            return detour;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the host and port at which it begins. */
    public String address() {
        return "127.0.0.1:" + entry.getLocalPort();
    }

    /** From now on nothing comes through. */
    public synchronized void fallSilent() {
        isSilent = true;
    }

    /** All that waits comes through. */
    public synchronized void speak() {
        isSilent = false;
        notifyAll();
    }

    private synchronized void awaitSpeech() throws InterruptedException {
        while (isSilent) {
            wait();
        }
    }

    private void accept() throws IOException, InterruptedException {
        while (true) {
            var caller = opened(entry.accept());
            start(() -> connect(caller));
        }
    }

    private void connect(Socket caller) throws IOException, InterruptedException {
        awaitSpeech();
        var server = opened(new Socket(InetAddress.getLoopbackAddress(), destination));
        start(() -> carry(server, caller));
        carry(caller, server);
    }

    private Socket opened(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private void carry(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            var buffer = new byte[8192];
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitSpeech();
                to.getOutputStream().write(buffer, 0, read);
            }
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private static void start(Task task) {
        var thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException | InterruptedException closed) {
                // Either side hung up.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        speak();
        try (entry) {
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
