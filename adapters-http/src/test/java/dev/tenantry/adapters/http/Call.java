package dev.tenantry.adapters.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request, written exactly as it is given.
 *
 * @param body one character for each byte
 */
record Call(String method, String target, List<String> headers, String body) {

    static Call of(String method, String target) {
        return new Call(method, target, List.of(), "");
    }

    Call header(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new Call(method, target, more, body);
    }

    Call token(String token) {
        return header("Authorization", "JWT " + token);
    }

    Call body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    Call body(String type, byte[] bytes) {
        return new Call(method, target, headers, new String(bytes, StandardCharsets.ISO_8859_1))
                .header("Content-Type", type);
    }

    Call json(String text) {
        return body("application/json", text);
    }

    byte[] bytes() {
        var head = new StringBuilder(method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        boolean framed = headers.stream().anyMatch(h -> h.startsWith("Transfer-Encoding"));
        Optional.of("Content-Length: " + body.length() + "\r\n")
                .filter(length -> !framed && (!body.isEmpty() || !method.equals("GET")))
                .ifPresent(head::append);
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
        return bytes.toByteArray();
    }
}
