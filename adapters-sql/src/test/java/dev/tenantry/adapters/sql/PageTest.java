package dev.tenantry.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenantry.domain.error.StorageException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {

    /** Returns the pages one after the other, whatever is asked for. */
    private static Function<String, List<Entry>> pages(List<String> first, List<String> second) {
        var pages = List.of(first, second).iterator();
        return start -> pages.next().stream().map(name -> new Entry(name, "")).toList();
    }

    private static List<String> fill(Optional<String> after, Function<String, List<Entry>> query) {
        return new Page<>(entry -> Optional.of(entry.name()).filter(name -> !name.startsWith("x")), 2)
                .fill(after, query);
    }

    @Test
    void rowsThatAreNothingAreMadeUpForByTheNextQuery() {
        assertThat(fill(Optional.of("a"), pages(List.of("b", "x"), List.of("y", "z"))))
                .containsExactly("b", "y");
    }

    @Test
    void queryThatReturnsTheSameRowsAgainEndsThePage() {
        var same = List.of("x1", "x2");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> fill(Optional.empty(), pages(same, same)))
                .withMessageContaining("order");
    }

    @Test
    void queryThatGoesBackEndsThePage() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> fill(Optional.of("\uFFFD"), pages(List.of("x", "y"), List.of())));
    }

    @Test
    void namesBeyondTheBasicPlaneComeAfterTheOthers() {
        assertThat(fill(Optional.of("\uFFFD"), pages(List.of("\uD83D\uDE00"), List.of())))
                .containsExactly("\uD83D\uDE00");
    }
}
