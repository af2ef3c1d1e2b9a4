package dev.tenantry.adapters.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that keeps its connection may go on after a refusal, or is told that it may not. */
class UnreadBodyTest {

    private static final int ROUNDS = 20;
    private static final long HEAD_START_NANOS = 5_000_000;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-01T12:00:00Z"));

    /** A server that did not wait for the body would close the connection by the next round. */
    @Test
    void aRefusalBeforeTheBodyArrivedKeepsTheConnection() throws IOException {
        try (var server = server();
                var socket = connect(server)) {
            for (int round = 0; round < ROUNDS; round++) {
                send(socket, head("Content-Length: 2"));
                giveAHeadStart(socket);
                send(socket, "{}");
                assertThat(answer(socket)).startsWith("HTTP/1.1 401").doesNotContain("close");
            }
        }
    }

    @Test
    void aRefusalAfterTheBodyWasReadKeepsTheConnection() throws IOException {
        try (var server = server();
                var socket = connect(server)) {
            for (var body :
                    List.of("Content-Length: 2\r\n\r\n{}", "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")) {
                send(
                        socket,
                        "POST /installed HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + body);
                assertThat(answer(socket)).startsWith("HTTP/1.1 400").doesNotContain("close");
            }
        }
    }

    @Test
    void aRefusalWithoutABodyKeepsTheConnection() throws IOException {
        try (var server = server();
                var socket = connect(server)) {
            for (int round = 0; round < 2; round++) {
                send(socket, "GET /api/settings HTTP/1.1\r\nHost: localhost\r\n\r\n");
                assertThat(answer(socket)).startsWith("HTTP/1.1 401").doesNotContain("close");
            }
        }
    }

    @Test
    void aRefusalThatDoesNotWaitForTheBodyEndsTheConnectionAndSaysSo() throws IOException {
        for (var framing : List.of("Content-Length: 1000000", "Transfer-Encoding: chunked")) {
            try (var server = server();
                    var socket = connect(server)) {
                send(socket, head(framing));
                assertThat(answer(socket)).startsWith("HTTP/1.1 401").contains("Connection: close");
            }
        }
    }

    private TestServer server() {
        return new TestServer(Site.jiraApp(), new HostStandIn(), clock);
    }

    private static Socket connect(TestServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static String head(String framing) {
        return String.join(
                "\r\n",
                "PUT /api/settings/greeting HTTP/1.1",
                "Host: localhost",
                "Authorization: JWT x.y.z",
                "Content-Type: application/json",
                framing,
                "",
                "");
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** Lets a server that does not wait for the body answer before it comes. */
    private static void giveAHeadStart(Socket socket) throws IOException {
        long start = System.nanoTime();
        while (socket.getInputStream().available() == 0 && System.nanoTime() - start < HEAD_START_NANOS) {
            Thread.onSpinWait();
        }
    }

    /** Reads one answer to the end of its body, and returns its head. */
    private static String answer(Socket socket) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        var head = new ArrayList<String>();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.add(line);
        }
        var length = head.stream()
                .filter(line -> line.startsWith("Content-Length: "))
                .findFirst()
                .orElse("Content-Length: 0");
        reader.skip(Long.parseLong(length.substring("Content-Length: ".length())));
        return String.join("\n", head);
    }
}
