package dev.tenantry.adapters.http.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestBodyTest {

    private static HttpServletRequest request(String body) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentLengthLong" -> (long) body.length();
                    case "getInputStream" -> new WithoutEnd(body.getBytes(StandardCharsets.UTF_8));
                    default -> null;
                });
    }

    /** Jetty calls a small body too slow if somebody looks for its end some milliseconds after its bytes came. */
    @Test
    void bodyOfKnownLengthIsNotReadBeyondIt() {
        assertThat(RequestBody.read(request("1"), 100)).containsExactly('1');
    }

    /** Has these bytes, and fails whoever wants to know whether there are more. */
    private static final class WithoutEnd extends ServletInputStream {
        private final byte[] bytes;
        private int next;

        WithoutEnd(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            assertThat(next).as("bytes read").isLessThan(bytes.length);
            return bytes[next++];
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
        }

        @Override
        public boolean isFinished() {
            return next == bytes.length;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
