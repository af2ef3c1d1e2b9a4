package dev.tenantry.adapters.mongo;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Names in a form that any server sorts by code points: the UTF-8 bytes in hexadecimal, in the field {@code order}.
 * MongoDB itself compares bytes, but servers that speak its protocol may compare UTF-16 units, and a collection that
 * somebody created with a collation compares as a language does.
 */
final class Order {

    static final String FIELD = "order";

    private Order() {}

    static String of(String name) {
        return HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
    }
}
