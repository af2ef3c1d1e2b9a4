package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2.1) of UTF-8. Bytes that are no UTF-8 are refused, so no two names fall together. */
final class Percent {

    private Percent() {}

    static String decode(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        int i = 0;
        while (i < encoded.length()) {
            boolean escaped = encoded.charAt(i) == '%';
            int end = i + (escaped ? 3 : Character.charCount(encoded.codePointAt(i)));
            bytes.writeBytes(
                    escaped ? hex(encoded, i + 1) : encoded.substring(i, end).getBytes(StandardCharsets.UTF_8));
            i = end;
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException malformed) {
            throw invalid();
        }
    }

    private static byte[] hex(String text, int start) {
        if (start + 2 > text.length()) {
            throw invalid();
        }
        int high = Character.digit(text.charAt(start), 16);
        int low = Character.digit(text.charAt(start + 1), 16);
        if (high < 0 || low < 0) {
            throw invalid();
        }
        return new byte[] {(byte) (high << 4 | low)};
    }

    private static RejectedException invalid() {
        return new RejectedException(ErrorCode.INVALID_REQUEST, "The URL is not percent-encoded UTF-8.");
    }
}
