package dev.tenantry.adapters.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Speaks HTTP/1.1 byte by byte: a client library would mend the request lines that these tests are about. */
final class Wire {

    private static final int TIMEOUT_MS = 20_000;

    private Wire() {}

    /** Sends these bytes and returns the answer; the request must ask for the connection to be closed. */
    static Answer exchange(int port, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            send(socket, request);
            return parse(readAll(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server may refuse, and close, before it has read all. */
    private static void send(Socket socket, byte[] request) {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException refusedEarly) {
            // Its answer is there to be read, which is what the tests want.
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (IOException reset) {
            if (bytes.size() == 0) {
                throw reset;
            }
        }
        return bytes.toByteArray();
    }

    private static Answer parse(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int endOfHead = text.indexOf("\r\n\r\n");
        var lines = text.substring(0, endOfHead).split("\r\n", -1);
        var headers = new LinkedHashMap<String, List<String>>();
        for (int i = 1; i < lines.length; i++) {
            var header = lines[i].split(":", 2);
            headers.computeIfAbsent(header[0].toLowerCase(Locale.ROOT), absent -> new ArrayList<>())
                    .add(header[1].strip());
        }
        int status = Integer.parseInt(lines[0].split(" ", 3)[1]);
        return new Answer(status, headers, body(text.substring(endOfHead + 4), headers));
    }

    private static String body(String raw, Map<String, List<String>> headers) {
        boolean chunked = headers.getOrDefault("transfer-encoding", List.of()).contains("chunked");
        var body = chunked ? unchunk(raw) : raw;
        return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String unchunk(String raw) {
        var body = new StringBuilder();
        int at = 0;
        while (true) {
            int endOfSize = raw.indexOf("\r\n", at);
            int size = Integer.parseInt(raw.substring(at, endOfSize), 16);
            if (size == 0) {
                return body.toString();
            }
            body.append(raw, endOfSize + 2, endOfSize + 2 + size);
            at = endOfSize + 2 + size + 2;
        }
    }
}
