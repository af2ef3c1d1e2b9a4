package dev.tenantry.adapters.http.json;

import dev.tenantry.adapters.http.problem.UnsupportedMediaTypeException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** Reads the bodies of requests. */
public final class RequestBody {

    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** The attribute of a request that says that all of its body was read. */
    private static final String READ = RequestBody.class.getName() + ".read";

    private RequestBody() {}

    /**
     * Reads a body of JSON, which is not empty.
     *
     * @param maxBytes how much is read at most; a longer body is {@code TOO_LARGE}
     * @throws UnsupportedMediaTypeException if it is of another type, in another charset, or compressed
     */
    public static byte[] readJson(HttpServletRequest request, int maxBytes) {
        if (!typeOf(request).equals(JSON)) {
            throw new UnsupportedMediaTypeException("The body must be " + JSON + '.', HttpHeaders.ACCEPT, JSON);
        }
        return read(request, maxBytes);
    }

    /** Reads a body of any media type in UTF-8, as {@link #readJson} does. */
    public static byte[] read(HttpServletRequest request, int maxBytes) {
        requireNoCoding(request);
        long length = request.getContentLengthLong();
        if (length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        var bytes = bytes(request, (int) length, maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        request.setAttribute(READ, true);
        if (bytes.length == 0) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The body is missing.");
        }
        return bytes;
    }

    /**
     * Reads the body if nobody has read it, for nothing but to be done with it.
     *
     * @param maxBytes a longer one is left where it is
     * @return whether nothing of the body is left
     */
    public static boolean finish(HttpServletRequest request, int maxBytes) {
        long length = request.getContentLengthLong();
        boolean empty = length <= 0 && request.getHeader("Transfer-Encoding") == null;
        if (empty || request.getAttribute(READ) != null) {
            return true;
        }
        try {
            return length >= 0
                    && length <= maxBytes
                    && exactly((int) length, request.getInputStream()).length == length;
        } catch (IOException | HttpException.RuntimeException broken) {
            return false;
        }
    }

    /** Returns the media type in lower case, or an empty text if there is none. */
    public static String typeOf(HttpServletRequest request) {
        return Optional.ofNullable(request.getContentType())
                .map(RequestBody::parse)
                .map(type -> (type.getType() + '/' + type.getSubtype()).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static MediaType parse(String contentType) {
        try {
            var type = MediaType.valueOf(contentType);
            var charset = type.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
            if (!charset.equalsIgnoreCase("utf-8")) {
                throw new UnsupportedMediaTypeException("The body must be in UTF-8.");
            }
            return type;
        } catch (IllegalArgumentException malformed) {
            throw new UnsupportedMediaTypeException("The Content-Type is malformed.");
        }
    }

    private static void requireNoCoding(HttpServletRequest request) {
        var coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw new UnsupportedMediaTypeException("The body must not be compressed.", "Accept-Encoding", "identity");
        }
    }

    private static RejectedException tooLarge(int maxBytes) {
        return new RejectedException(ErrorCode.TOO_LARGE, "The body may have at most " + maxBytes + " bytes.");
    }

    /**
     * A body whose length is known is not read beyond it: Jetty would compare the few bytes of a small one with the time
     * until somebody looks for its end, and call it too slow.
     *
     * @param length its length, or negative if that is unknown
     */
    private static byte[] bytes(HttpServletRequest request, int length, int atMost) {
        try {
            var body = request.getInputStream();
            return length < 0 ? body.readNBytes(atMost) : exactly(length, body);
        } catch (IOException broken) {
            if (broken instanceof HttpException refused && refused.getCode() == 408) {
                throw new ClientErrorException(408);
            }
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The body ended before it was complete.");
        }
    }

    private static byte[] exactly(int length, InputStream body) throws IOException {
        var bytes = new byte[length];
        if (body.readNBytes(bytes, 0, length) < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
