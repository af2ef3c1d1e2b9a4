package dev.tenantry.adapters.http.keys;

import dev.tenantry.adapters.http.client.ScriptedServer;
import java.net.URI;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A server of keys that answers whatever a test wants. */
final class KeyServerStandIn implements AutoCloseable {

    private static final PublicKey KEY = generate("RSA", 2048);

    private final ScriptedServer server = new ScriptedServer();

    /** Returns its address, which ends with a slash that must not be doubled. */
    URI url() {
        return URI.create(server.url() + "/keys/");
    }

    RSAPublicKey publicKey() {
        return (RSAPublicKey) KEY;
    }

    String pem() {
        return pem(KEY);
    }

    /** Returns a key that no test knows yet. */
    static RSAPublicKey newKey() {
        return (RSAPublicKey) generate("RSA", 2048);
    }

    static String pemOf(String algorithm, int bits) {
        return pem(generate(algorithm, bits));
    }

    List<String> requests() {
        return server.requests().stream().map(ScriptedServer.Received::target).toList();
    }

    void answer(int status, String body) {
        server.answer(status, body);
    }

    void answerWhenReleased(int status, String body) {
        server.answerWhenReleased(status, body);
    }

    void redirect(String location) {
        server.answer(request -> new ScriptedServer.Reply(302, Map.of("Location", location), ""));
    }

    /** Sends a body and keeps the answer open. */
    void neverEnd(String body) {
        server.neverEnd(body);
    }

    void release() {
        server.release();
    }

    @Override
    public void close() {
        server.close();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static PublicKey generate(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair().getPublic();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
