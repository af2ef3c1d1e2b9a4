package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreconditionTest {

    private static final Optional<ETag> ABSENT = Optional.empty();
    private static final Optional<ETag> STORED = Optional.of(new JsonText("1").etag());
    private static final Optional<ETag> OTHER = Optional.of(new JsonText("2").etag());

    @Test
    void anyAdmitsEverything() {
        assertThat(new Precondition.Any().admits(ABSENT)).isTrue();
        assertThat(new Precondition.Any().admits(STORED)).isTrue();
    }

    @Test
    void absentAdmitsAnAbsentSettingOnly() {
        assertThat(new Precondition.Absent().admits(ABSENT)).isTrue();
        assertThat(new Precondition.Absent().admits(STORED)).isFalse();
    }

    @Test
    void presentAdmitsAPresentSettingOnly() {
        assertThat(new Precondition.Present().admits(ABSENT)).isFalse();
        assertThat(new Precondition.Present().admits(STORED)).isTrue();
    }

    @Test
    void matchesAdmitsASettingWithOneOfTheTags() {
        var matches = new Precondition.Matches(Set.of(STORED.orElseThrow(), new ETag("\"made up\"")));
        assertThat(matches.admits(STORED)).isTrue();
        assertThat(matches.admits(OTHER)).isFalse();
        assertThat(matches.admits(ABSENT)).isFalse();
    }

    @Test
    void matchesWithoutTagsAdmitsNothing() {
        assertThat(new Precondition.Matches(Set.of()).admits(STORED)).isFalse();
        assertThat(new Precondition.Matches(Set.of()).admits(ABSENT)).isFalse();
    }

    @Test
    void weakTagMatchesNothing() {
        var weak = new Precondition.Matches(Set.of(new ETag("W/" + STORED.orElseThrow())));
        assertThat(weak.admits(STORED)).isFalse();
    }
}
