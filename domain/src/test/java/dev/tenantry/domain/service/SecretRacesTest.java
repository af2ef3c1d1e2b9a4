package dev.tenantry.domain.service;

import static dev.tenantry.domain.service.SecretLogin.assertRefused;
import static dev.tenantry.domain.service.SecretLogin.matches;
import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Precondition;
import org.junit.jupiter.api.Test;

/** Somebody else writes between the read and the write that a setting with a secret takes. */
class SecretRacesTest {

    private static final Precondition ANY = new Precondition.Any();

    private final SecretLogin login = new SecretLogin();

    @Test
    void writeThatKeepsASecretKeepsTheOneThatIsStoredThen() {
        login.put("ann|old");
        var disturbed = login.disturbed("ann|new", 1);
        disturbed.put(login.app(), setting("login", "bob|*"), ANY);
        assertThat(login.stored()).isEqualTo("bob|new");
    }

    @Test
    void tagThatWasOvertakenIsUnmet() {
        var read = login.put("ann|old");
        var disturbed = login.disturbed("ann|new", 2);
        assertRefused(
                ErrorCode.PRECONDITION_FAILED,
                () -> disturbed.put(login.app(), setting("login", "bob|*"), matches(read)));
        assertThat(login.stored()).isEqualTo("ann|new");
        var readAgain = login.get().etag();
        assertRefused(
                ErrorCode.PRECONDITION_FAILED,
                () -> login.disturbed("x|y", 1).remove(login.app(), SecretLogin.LOGIN, matches(readAgain)));
        assertThat(login.stored()).isEqualTo("x|y");
    }

    @Test
    void writerThatAlwaysLosesGivesUp() {
        login.put("ann|0");
        var disturbed = login.disturbed("", Integer.MAX_VALUE);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> disturbed.put(login.app(), setting("login", "bob|*"), ANY));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> disturbed.remove(login.app(), SecretLogin.LOGIN, ANY));
    }
}
