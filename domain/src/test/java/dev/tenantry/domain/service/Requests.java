package dev.tenantry.domain.service;

import dev.tenantry.domain.token.Claims;
import dev.tenantry.domain.token.KeyId;
import dev.tenantry.domain.token.Qsh;
import dev.tenantry.domain.token.SignedRequest;
import dev.tenantry.domain.token.Signer;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A request as a host signs it; vary one thing. */
record Requests(Claims claims) {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final String QSH = "the hash of this request";

    /** Returns what the host says for this tenant, issued now, for this very request and nobody in particular. */
    static Requests of(String issuer) {
        return new Requests(new Claims(
                issuer,
                List.of(),
                NOW,
                NOW.plusSeconds(180),
                Optional.empty(),
                Optional.of(QSH),
                Optional.of("account 1")));
    }

    Requests to(String... audience) {
        return with(List.of(audience), claims.issuedAt(), claims.expiresAt());
    }

    Requests issuedAt(Instant issuedAt) {
        return with(claims.audience(), issuedAt, claims.expiresAt());
    }

    Requests expiringAt(Instant expiresAt) {
        return with(claims.audience(), claims.issuedAt(), expiresAt);
    }

    Requests notBefore(Instant notBefore) {
        return new Requests(new Claims(
                claims.issuer(),
                claims.audience(),
                claims.issuedAt(),
                claims.expiresAt(),
                Optional.of(notBefore),
                claims.qsh(),
                claims.accountId()));
    }

    Requests forContext() {
        return withQsh(Optional.of(Qsh.CONTEXT));
    }

    Requests withQsh(Optional<String> qsh) {
        return new Requests(new Claims(
                claims.issuer(),
                claims.audience(),
                claims.issuedAt(),
                claims.expiresAt(),
                claims.notBefore(),
                qsh,
                claims.accountId()));
    }

    SignedRequest signedWith(String secret) {
        return new SignedRequest(Signer.hs256(claims, secret), Optional.of(QSH));
    }

    SignedRequest signedWith(PrivateKey key, String kid) {
        return new SignedRequest(Signer.rs256(claims, KeyId.parse(kid), key), Optional.of(QSH));
    }

    private Requests with(List<String> audience, Instant issuedAt, Instant expiresAt) {
        return new Requests(new Claims(
                claims.issuer(), audience, issuedAt, expiresAt, claims.notBefore(), claims.qsh(), claims.accountId()));
    }
}
