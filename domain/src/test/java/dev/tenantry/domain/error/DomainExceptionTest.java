package dev.tenantry.domain.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainExceptionTest {

    @Test
    void reasonOfARefusedTokenIsForTheLogOnly() {
        var refusal = new UnauthenticatedException("the token has expired");
        assertThat(refusal.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(refusal.detail()).isEqualTo(new UnauthenticatedException("another reason").detail());
        assertThat(refusal).hasMessage("the token has expired");
    }

    @Test
    void driversWordsStayOutOfTheDetail() {
        var failure = new StorageException("find a tenant", new IllegalStateException("password=x at db.internal"));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.detail()).doesNotContain("db.internal");
        assertThat(failure)
                .hasMessageContaining("cannot find a tenant")
                .hasRootCauseMessage("password=x at db.internal");
    }

    @Test
    void hostsWordsStayOutOfTheDetail() {
        var failure = new HostUnavailableException("fetch an install key", new IllegalStateException("10.0.0.1"));
        assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(failure.detail()).doesNotContain("10.0.0.1");
    }

    @Test
    void refusalSaysWhyInItsDetail() {
        var refusal = new RejectedException(ErrorCode.CONFLICT, "Too many.");
        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.detail()).isEqualTo("Too many.");
    }
}
