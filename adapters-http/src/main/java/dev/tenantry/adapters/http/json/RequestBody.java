package dev.tenantry.adapters.http.json;

import dev.tenantry.adapters.http.problem.UnsupportedMediaTypeException;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpException;

/** Reads the bodies of requests. */
public final class RequestBody {

    /** The media type of JSON. */
    public static final String JSON = "application/json";

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
        var bytes = request.getContentLengthLong() <= maxBytes ? bytes(request, maxBytes + 1) : new byte[0];
        if (bytes.length > maxBytes || request.getContentLengthLong() > maxBytes) {
            throw new RejectedException(ErrorCode.TOO_LARGE, "The body may have at most " + maxBytes + " bytes.");
        }
        if (bytes.length == 0) {
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The body is missing.");
        }
        return bytes;
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

    private static byte[] bytes(HttpServletRequest request, int atMost) {
        try {
            return request.getInputStream().readNBytes(atMost);
        } catch (IOException broken) {
            if (broken instanceof HttpException refused && refused.getCode() == 408) {
                throw new ClientErrorException(408);
            }
            throw new RejectedException(ErrorCode.INVALID_REQUEST, "The body ended before it was complete.");
        }
    }
}
