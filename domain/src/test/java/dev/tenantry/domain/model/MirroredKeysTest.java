package dev.tenantry.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MirroredKeysTest {

    @Test
    void asManyAsAHostKeepsAreTakenAndNoMore() {
        assertThat(new MirroredKeys(many(MirroredKeys.MAX_KEYS)).keys()).hasSize(MirroredKeys.MAX_KEYS);
        assertThatIllegalArgumentException().isThrownBy(() -> new MirroredKeys(many(MirroredKeys.MAX_KEYS + 1)));
    }

    @Test
    void keyIsAsLongAsAHostTakesAtMost() {
        var longest = new SettingKey("k".repeat(MirroredKeys.MAX_KEY_LENGTH));
        assertThat(new MirroredKeys(Set.of(longest)).contains(longest)).isTrue();
        var longer = new SettingKey("k".repeat(MirroredKeys.MAX_KEY_LENGTH + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new MirroredKeys(Set.of(longer)));
    }

    @Test
    void valueIsAsLongAsAHostTakesAtMost() {
        assertThat(MirroredKeys.haveRoomFor(new JsonText("1".repeat(MirroredKeys.MAX_VALUE_LENGTH))))
                .isTrue();
        assertThat(MirroredKeys.haveRoomFor(new JsonText("1".repeat(MirroredKeys.MAX_VALUE_LENGTH + 1))))
                .isFalse();
    }

    private static Set<SettingKey> many(int number) {
        return IntStream.range(0, number).mapToObj(n -> new SettingKey("k" + n)).collect(Collectors.toSet());
    }
}
