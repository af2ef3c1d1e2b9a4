package dev.tenantry.app.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.Storage;
import dev.tenantry.domain.testkit.InMemoryStorage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {

    private static final int MAX_BYTES = 2002;
    private static final TenantId ACME = new TenantId("acme");

    private static final Storage SAMPLE = Samples.storage();

    /** Header, acme, 2 links, 3 settings, b, 1 link, 1 setting, c, end. */
    private static final String EXPORT = Samples.export(SAMPLE, true);

    private static final int ACME_LINE = 2;
    private static final int FIRST_LINK = 3;
    private static final int FIRST_SETTING = 5;
    private static final int B_LINE = 8;
    private static final int KEPT_SETTING = 10;
    private static final int END = 12;

    private final Storage target = new InMemoryStorage();
    private final List<String> troubles = new ArrayList<>();
    private final MoveReport report = new MoveReport(trouble -> troubles.add(trouble.toString()));

    private void read(InputStream in) {
        new Import(target, report, () -> {}).read(in, MAX_BYTES);
    }

    private void read(String text) {
        read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String with(int line, UnaryOperator<String> change) {
        var lines = new ArrayList<>(EXPORT.lines().toList());
        lines.set(line - 1, change.apply(lines.get(line - 1)));
        return String.join("\n", lines) + "\n";
    }

    private String again() {
        return Samples.export(target, true);
    }

    @Test
    void exportOfAnImportIsTheSameByteForByte() {
        read(EXPORT);
        assertThat(troubles).isEmpty();
        assertThat(report.summary()).isEqualTo("written: 3 tenants, 4 settings, 3 links");
        assertThat(again()).isEqualTo(EXPORT);
        read(EXPORT);
        assertThat(again()).isEqualTo(EXPORT);
    }

    @Test
    void exportWithoutSecretsHasNone() {
        var export = Samples.export(SAMPLE, false);
        assertThat(export)
                .doesNotContain("cret\"", "older", "of the consumer")
                .contains("\"secrets\":false")
                .isEqualTo(EXPORT.replaceAll(",\"secrets\":\\{.*}", "}")
                        .replaceAll(",\"consumer\":\"[^}]*}\"", "")
                        .replace("s\":true", "s\":false"));
        read(export);
        assertThat(Samples.export(target, false)).isEqualTo(export);
    }

    @Test
    void fileWithoutSecretsLeavesThoseThatATenantHas() {
        read(EXPORT);
        read(Samples.export(SAMPLE, false));
        assertThat(target.installations().find(ACME).orElseThrow().secrets().current())
                .contains(new SharedSecret("s\u00E9cret"));
    }

    @Test
    void fileWithoutSecretsArmsNoTenantThatItHasUninstalled() {
        read(EXPORT.replaceFirst("\"status\":\"uninstalled\"", "\"status\":\"installed\""));
        read(Samples.export(SAMPLE, false));
        var secrets = target.installations()
                .find(new TenantId("b:{\"}"))
                .orElseThrow()
                .secrets();
        assertThat(secrets.current()).isEmpty();
        assertThat(secrets.retired()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            5  | "value":         | "worth":              | line 5: it has no text "value"
            5  | "type":          | "more":1,"type":      | line 5: it has a member that is not known here: "more"
            5  | "type":          | "tenant":"x","type":  | line 5: it is not one whole JSON object without repeated names
            5  | "type":"setting" | "type":"whatever"     | line 5: its type is not known here
            5  | 1.0              | 1.1                   | line 5: the value of setting a/%{b} of tenant acme is not the one of its etag
            5  | {\\"z\\"         | {z                    | line 5: a value is not JSON
            5  | "tenant":"acme"  | "tenant":"acme2"      | line 5: its tenant, or what must stand between them, does not stand before it
            6  | "key":"b"        | "key":"a"             | line 6: setting a of tenant acme is a repetition, or not in its place
            6  | "key":"b"        | "key":"clientInfo"    | line 6: setting key is reserved
            4  | ari:2            | ari:1                 | line 4: link ari:1 of tenant acme is a repetition
            3  | "installed"      | "guessed"             | line 3: "provenance" is not one of those known here
            3  | "at":"2026       | "at":"soon            | line 3: "at" is no time
            10 | xxx              | xxxxx                 | line 10: the value of setting kept of tenant b:{"} has more than 2002 bytes
            12 | "settings":4     | "settings":5          | line 12: the file has not as many lines of each kind as it says here
            """)
    void badLineIsNamedAndStopsNothingElse(int line, String from, String to, String trouble) {
        read(with(line, text -> text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to))));
        assertThat(troubles).first().asString().startsWith(trouble);
        assertThat(report.isClean()).isFalse();
        assertThat(target.installations().page(Optional.empty(), 10)).hasSize(3);
        assertThat(again().lines()).hasSizeGreaterThanOrEqualTo(END - 2);
    }

    @Test
    void everythingButTheBadLineIsImported() {
        read(with(FIRST_SETTING, line -> line.substring(0, line.length() / 2)));
        assertThat(troubles).first().asString().startsWith("line 5: it is not one whole JSON object");
        var expected = new ArrayList<>(EXPORT.lines().toList());
        expected.remove(FIRST_SETTING - 1);
        expected.set(END - 2, expected.get(END - 2).replace("\"settings\":4", "\"settings\":3"));
        assertThat(again().lines()).isEqualTo(expected);
    }

    @Test
    void linesOfATenantThatCannotBeReadAreLeftOutWithIt() {
        read(with(B_LINE, line -> "{}"));
        assertThat(troubles)
                .hasSize(4)
                .allMatch(trouble -> trouble.matches("line (8|9|10|12): .*"), "names lines 8, 9, 10 and 12");
        assertThat(target.installations().find(new TenantId("b:{\"}"))).isEmpty();
        assertThat(target.installations().find(new TenantId("c"))).isPresent();
        assertThat(target.installations().find(ACME)).isPresent();
    }

    @Test
    void tenantThatComesTwiceIsTakenOnce() {
        var twice = EXPORT.lines().toList().get(ACME_LINE - 1);
        read(with(KEPT_SETTING, line -> line + "\n" + twice));
        assertThat(troubles).first().isEqualTo("line 11: tenant acme is a repetition, or not in its place");
        assertThat(target.archive()
                        .settings(
                                target.installations()
                                        .find(ACME)
                                        .orElseThrow()
                                        .life()
                                        .orElseThrow(),
                                Optional.empty(),
                                10))
                .hasSize(3);
    }

    @Test
    void fileThatEndsWithinATenantLeavesItOutOfUse() {
        var cut = String.join("\n", EXPORT.lines().limit(FIRST_SETTING).toList());
        read(cut);
        assertThat(troubles)
                .containsExactly(
                        "tenant acme: the file ends within it; nobody can use it until it is imported again",
                        "line 5: the file ends here without saying that this is its end");
        assertThat(target.installations().find(ACME).orElseThrow().secrets().forCallbacks())
                .isEmpty();
        read(EXPORT);
        assertThat(again()).isEqualTo(EXPORT);
    }

    @Test
    void fileThatEndsBetweenTenantsIsNoticed() {
        read(String.join("\n", EXPORT.lines().limit(END - 1).toList()));
        assertThat(troubles).hasSize(2).last().asString().contains("the file ends here");
    }

    @Test
    void lineBehindTheEndIsRefused() {
        read(EXPORT + EXPORT.lines().toList().get(FIRST_LINK - 1) + "\n");
        assertThat(troubles).containsExactly("line 13: it stands behind the end");
    }

    @Test
    void lineThatIsTooLongIsPassedOver() {
        read(with(FIRST_SETTING, line -> "x".repeat((1 << 24) + 1)));
        assertThat(troubles).first().asString().startsWith("line 5: it is longer than");
        assertThat(target.installations().find(new TenantId("c"))).isPresent();
    }

    @Test
    void lineThatIsNotUtf8IsPassedOver() {
        read(new ByteArrayInputStream(with(FIRST_SETTING, line -> "\u00E9").getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(troubles).first().isEqualTo("line 5: it is not UTF-8");
    }

    @Test
    void fileThatIsNoExportIsRefusedAsAWhole() {
        for (var text : List.of("", "hello\n", "{}", EXPORT.replace("\"version\":1", "\"version\":2"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> read(text))
                    .withMessageContaining("no export of Tenantry");
        }
        assertThat(target.installations().page(Optional.empty(), 1)).isEmpty();
    }
}
