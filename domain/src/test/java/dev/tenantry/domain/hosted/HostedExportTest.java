package dev.tenantry.domain.hosted;

import static dev.tenantry.domain.testkit.Fixtures.setting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenantry.domain.model.HostedKey;
import dev.tenantry.domain.model.HostedShelf;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Life;
import dev.tenantry.domain.model.Precondition;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantStatus;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.HostedJson;
import dev.tenantry.domain.port.out.HostedStore;
import dev.tenantry.domain.port.out.Installations.Commit;
import dev.tenantry.domain.testkit.Fixtures;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostedExportTest {

    private final InMemoryStorage storage = new InMemoryStorage();
    private final HostedMemory forge = new HostedMemory();
    private final List<String> troubles = new ArrayList<>();
    private final MoveReport report = new MoveReport(trouble -> troubles.add(trouble.toString()));
    private final HostedSettings source = new HostedSettings(
            storage.archive(), new Fitting(new PlainJson(), key -> key.value().startsWith("secret")));
    private final HostedExport export = new HostedExport(source, forge, () -> {});

    /** A value is as deep as it has brackets at its beginning, and rounded if it has an {@code e}. */
    private static final class PlainJson implements HostedJson {
        @Override
        public Optional<Shape> shape(JsonText value) {
            var text = value.text();
            int depth = text.length() - text.replace("[", "").length();
            var rounded = text.contains("e") ? List.of("/0") : List.<String>of();
            return text.equals("bad") ? Optional.empty() : Optional.of(new Shape(text.equals("0"), depth, rounded));
        }

        @Override
        public boolean isSame(JsonText left, JsonText right) {
            return left.equals(right);
        }
    }

    private Life install(TenantStatus status, Setting... settings) {
        var acme = Fixtures.in(status, Fixtures.tenant("acme"));
        storage.installations()
                .commit(new Commit(
                        acme.id(), Optional.empty(), Optional.of(acme), Optional.empty(), List.of(settings)));
        return acme.life().orElseThrow();
    }

    private Life install(Setting... settings) {
        return install(TenantStatus.INSTALLED, settings);
    }

    @Test
    void settingsGoToTheirShelvesUnderTheirKeys() {
        export.export(install(setting("a/b", "1.0"), setting("secret", "[2]")), report);

        assertThat(forge.shelf(HostedShelf.PLAIN)).containsOnlyKeys(new HostedKey("a#2Fb"));
        assertThat(forge.shelf(HostedShelf.SECRET)).containsValues(new JsonText("[2]"));
        assertThat(report.summary()).isEqualTo("written: 2 settings");
    }

    @Test
    void settingsOfATenantThatWaitsForForgeGoToo() {
        export.export(install(TenantStatus.UNINSTALLED, setting("a", "1")), report);

        assertThat(forge.shelf(HostedShelf.PLAIN)).hasSize(1);
    }

    @Test
    void repeatedExportWritesOnlyWhatDiffers() {
        var life = install(setting("a", "1"), setting("b", "2"));
        forge.shelf(HostedShelf.PLAIN).put(new HostedKey("a"), new JsonText("1"));
        forge.shelf(HostedShelf.PLAIN).put(new HostedKey("b"), new JsonText("3"));
        forge.shelf(HostedShelf.PLAIN).put(new HostedKey("other"), new JsonText("4"));

        export.export(life, report);
        assertThat(forge.puts)
                .singleElement()
                .satisfies(put ->
                        assertThat(put).extracting(value -> value.key().value()).containsExactly("b"));
        assertThat(forge.shelf(HostedShelf.PLAIN)).hasSize(3);
        assertThat(report.isClean()).isTrue();
    }

    @Test
    void whatForgeRefusesOrLosesIsNamed() {
        export.export(install(setting("lost", "1"), setting("refused", "1")), report);

        assertThat(troubles)
                .containsExactly(
                        "setting refused: Forge refuses it: MAX_SIZE",
                        "setting lost: Forge does not have it",
                        "setting refused: Forge does not have it");
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void settingThatGoesBeforeItIsReadBackIsTold() {
        var life = install(setting("a", "1"), setting("b", "2"));
        var disturbed = new HostedExport(
                source, forge, () -> storage.settings().remove(life, new SettingKey("b"), new Precondition.Any()));

        disturbed.export(life, report);
        assertThat(troubles)
                .containsExactly("tenant acme: had 2 settings when they were written, and 1 when they were read back");
        assertThat(report.isClean()).isFalse();
    }

    @Test
    void verificationWritesNothingAndNamesEveryDifference() {
        forge.shelf(HostedShelf.PLAIN).put(new HostedKey("a"), new JsonText("1"));
        forge.shelf(HostedShelf.PLAIN).put(new HostedKey("c"), new JsonText("9"));

        export.verify(install(setting("a", "1"), setting("b", "2"), setting("c", "1e2")), report);
        assertThat(forge.puts).isEmpty();
        assertThat(troubles)
                .containsExactly(
                        "setting b: Forge does not have it",
                        "setting c: Forge has another value, because it rounds [/0]");
        assertThat(report.summary()).isEqualTo("unchanged: 1 setting; different: 2 settings");
    }

    @ParameterizedTest
    @CsvSource({
        "k, bad, is not JSON",
        "k, 0, is null",
        "k, [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[, nested 32 levels deep",
    })
    void valueThatForgeCannotKeepIsSkippedWithItsReason(String key, String value, String reason) {
        export.export(install(setting(key, value), setting("z", "1")), report);

        assertThat(troubles)
                .singleElement()
                .asString()
                .startsWith("setting k: ")
                .contains(reason);
        assertThat(forge.shelf(HostedShelf.PLAIN)).hasSize(1);
    }

    @Test
    void limitsOfSizeAreThoseOfTheShelf() {
        var life = install(
                setting("fits", "x".repeat(240 * 1024)),
                setting("large", "x".repeat(240 * 1024 - 1) + "é"),
                setting("secret1", "x".repeat(128 * 1024)),
                setting("secret2", "x".repeat(128 * 1024 + 1)),
                setting("/".repeat(200), "1"));

        export.export(life, report);
        assertThat(forge.shelf(HostedShelf.PLAIN)).containsOnlyKeys(new HostedKey("fits"));
        assertThat(forge.shelf(HostedShelf.SECRET)).containsOnlyKeys(new HostedKey("secret1"));
        assertThat(troubles).hasSize(3);
    }

    @Test
    void batchesKeepToWhatACallTakes() {
        var small = IntStream.range(0, 60).mapToObj(i -> setting("s" + i, "1"));
        var large = IntStream.range(0, 20).mapToObj(i -> setting("t" + i, "x".repeat(240 * 1024)));
        var life = install(Stream.concat(small, large).toArray(Setting[]::new));
        var effort = new Effort();

        export.export(life, report);
        source.visit(life, effort, (name, reason) -> {});
        assertThat(forge.shelf(HostedShelf.PLAIN)).hasSize(80);
        assertThat(forge.puts).allSatisfy(put -> {
            assertThat(put).hasSizeLessThanOrEqualTo(HostedStore.MAX_KEYS);
            assertThat(put.stream()
                            .mapToInt(value -> value.json().utf8().length)
                            .sum())
                    .isLessThanOrEqualTo(HostedStore.MAX_BYTES);
        });
        assertThat(effort.settings()).isEqualTo(80);
        assertThat(effort.units()).isEqualTo(60 + 20 * 24);
        assertThat(effort.calls()).isEqualTo(3L * forge.puts.size());
    }
}
