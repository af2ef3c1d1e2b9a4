package dev.tenantry.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.SharedSecret;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static final Claims CLAIMS = new Claims(
            "acme",
            List.of(),
            Instant.EPOCH,
            Instant.EPOCH,
            Optional.empty(),
            Optional.of("the qsh"),
            Optional.empty());

    private static final KeyPair PAIR = Signer.rsa();

    private static Token altered(Token token, String algorithm, String signingInput, String signature) {
        return new Token(algorithm, token.kid(), token.claims(), signingInput, signature);
    }

    private static RSAPublicKey publicKey(KeyPair pair) {
        return (RSAPublicKey) pair.getPublic();
    }

    /** Computed with another implementation of HMAC-SHA-256. */
    @Test
    void hs256IsTheMacOfTheFirstTwoSegments() {
        var input = "eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UifQ";
        var token =
                new Token(Token.HS256, Optional.empty(), CLAIMS, input, "jVFp6sJys73wlxCiSva4f9PsDhk9-CtpWBikYlUiGVY");
        assertThat(token.isSignedWith(new SharedSecret("secret"))).isTrue();
    }

    @Test
    void tokenIsSignedWithItsOwnSecretOnly() {
        var token = Signer.hs256(CLAIMS, "secret \u00E9");
        assertThat(token.isSignedWith(new SharedSecret("secret \u00E9"))).isTrue();
        assertThat(token.isSignedWith(new SharedSecret("secret e"))).isFalse();
    }

    @Test
    void tokenIsSignedWithItsOwnKeyOnly() {
        var token = Signer.rs256(CLAIMS, Optional.empty(), PAIR.getPrivate());
        assertThat(token.isSignedWith(publicKey(PAIR))).isTrue();
        assertThat(token.isSignedWith(publicKey(Signer.rsa()))).isFalse();
    }

    @Test
    void anyOtherTextIsNotWhatWasSigned() {
        var mac = Signer.hs256(CLAIMS, "secret");
        var rsa = Signer.rs256(CLAIMS, Optional.empty(), PAIR.getPrivate());
        assertThat(altered(mac, Token.HS256, "header.payloaD", mac.signature())
                        .isSignedWith(new SharedSecret("secret")))
                .isFalse();
        assertThat(altered(rsa, Token.RS256, "header.payloaD", rsa.signature()).isSignedWith(publicKey(PAIR)))
                .isFalse();
    }

    /** The last character of 32 bytes in base64url has bits to spare; padding and the other alphabet are other spellings. */
    @Test
    void signatureHasOneSpelling() {
        var token = Signer.hs256(CLAIMS, "secret");
        var last = token.signature().charAt(42);
        for (var spelling : List.of(
                token.signature() + "=",
                token.signature().substring(0, 42) + (char) (last + 1),
                token.signature() + " ",
                "",
                token.signature().substring(0, 42))) {
            assertThat(altered(token, Token.HS256, token.signingInput(), spelling)
                            .isSignedWith(new SharedSecret("secret")))
                    .as(spelling)
                    .isFalse();
        }
    }

    @Test
    void signatureThatIsNoBase64IsNone() {
        var token = Signer.rs256(CLAIMS, Optional.empty(), PAIR.getPrivate());
        assertThat(altered(token, Token.RS256, token.signingInput(), "!").isSignedWith(publicKey(PAIR)))
                .isFalse();
        assertThat(altered(token, Token.RS256, token.signingInput(), "AAAA").isSignedWith(publicKey(PAIR)))
                .isFalse();
    }

    @Test
    void algorithmOfTheHeaderIsNotNegotiable() {
        var mac = Signer.hs256(CLAIMS, "secret");
        var rsa = Signer.rs256(CLAIMS, Optional.empty(), PAIR.getPrivate());
        for (var algorithm : List.of("none", "hs256", "HS512", "", Token.RS256)) {
            assertThat(altered(mac, algorithm, mac.signingInput(), mac.signature())
                            .isSignedWith(new SharedSecret("secret")))
                    .isFalse();
        }
        assertThat(altered(rsa, Token.HS256, rsa.signingInput(), rsa.signature())
                        .isSignedWith(publicKey(PAIR)))
                .isFalse();
    }

    @Test
    void tokenDoesNotPrintWhatCouldBeReplayed() {
        var token = Signer.hs256(CLAIMS, "secret");
        assertThat(token.toString())
                .isEqualTo("Token[HS256 of acme]")
                .doesNotContain(token.signature(), token.signingInput());
    }

    @Test
    void requestIsForThisRequestIfTheHashesAreTheSame() {
        var token = Signer.hs256(CLAIMS, "secret");
        assertThat(new SignedRequest(token, Optional.of("the qsh")).isForThisRequest())
                .isTrue();
        assertThat(new SignedRequest(token, Optional.of("another")).isForThisRequest())
                .isFalse();
        assertThat(new SignedRequest(token, Optional.empty()).isForThisRequest())
                .isFalse();
        assertThat(new SignedRequest(token, Optional.of("the qsh")).isForContext())
                .isFalse();
    }
}
