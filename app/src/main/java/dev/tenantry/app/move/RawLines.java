package dev.tenantry.app.move;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;

/** The lines of a file one by one, of which none may take more memory than it should. */
final class RawLines {

    private final InputStream in;
    private final int maxBytes;
    private long number;

    /** @param maxBytes the longest line that is read, in bytes */
    RawLines(InputStream in, int maxBytes) {
        this.maxBytes = maxBytes;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /**
     * One line.
     *
     * @param text without the line feed
     * @param problem why there is no text; empty if there is
     */
    record RawLine(String text, String problem) {}

    /** Returns the number of the line that was read last. */
    long number() {
        return number;
    }

    /** Returns the next line, or empty at the end; a packed file that is cut off ends where it is cut. */
    Optional<RawLine> next() throws IOException {
        var bytes = new ByteArrayOutputStream();
        int next = read();
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        boolean isTooLong = false;
        while (next >= 0 && next != '\n') {
            isTooLong = bytes.size() == maxBytes;
            if (!isTooLong) {
                bytes.write(next);
            }
            next = read();
        }
        return Optional.of(isTooLong ? new RawLine("", "it is longer than " + maxBytes + " bytes") : decode(bytes));
    }

    private static RawLine decode(ByteArrayOutputStream bytes) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return new RawLine(
                    decoder.decode(ByteBuffer.wrap(bytes.toByteArray())).toString(), "");
        } catch (CharacterCodingException malformed) {
            return new RawLine("", "it is not UTF-8");
        }
    }

    private int read() throws IOException {
        try {
            return in.read();
        } catch (EOFException | ZipException cutOff) {
            return -1;
        }
    }
}
