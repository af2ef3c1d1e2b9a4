package dev.tenantry.domain.testkit;

import java.util.List;
import java.util.stream.Stream;

/** Names that some database takes for each other, cuts off or reads as its own syntax; all of them differ. */
final class Names {

    private static final String GRIN = "\uD83D\uDE00";
    private static final String BEAM = "\uD83D\uDE01";

    /** Collations fold case, accents, width, ignorable characters and trailing blanks, or know no plane but the first. */
    private static final String LOOKALIKES = "acme|ACME|Acme|acme |acme  | acme|acme\u00A0|" // case, blanks
            + "\u00E9|e\u0301|e|\u00C9|E|\u00DF|ss|SS|\uFB00|ff|" // composed, decomposed, no accent; sharp s, ligature
            + "i|I|\u0130|\u0131|k|K|\u212A|s|S|\u017F|" // dotless i, Kelvin sign, long s
            + "a|\uFF41|\u30A2|\uFF71|\u3042|ab|a\u200Bb|a\u00ADb|a\u200Db|\uFEFFab|" // width, kana, ignorable
            + "1|01|1.0|1e0|null|NULL|true|undefined|" // what could be read as a value
            + GRIN + "|" + BEAM + "|" + GRIN + GRIN + "|a" + GRIN + "|\uFFFD";

    /** Separators, quotes, wildcards and paths of the stores' own languages, and of URLs. */
    private static final String SYNTAX =
            ": . $ % _ * / { } ' \" ` \\ ? [ ] & = # + ~ | ; , < > ( ) @ ! ^ - -- '' {} {{ "
                    + "%25 ${x} .. \\' \\u0000 %00 $set clientInfo appSettings tenantry _id";

    private Names() {}

    static List<String> all() {
        var syntax = Stream.of(SYNTAX.split(" ")).flatMap(part -> Stream.of("x" + part + "x", part + part + "x"));
        return Stream.concat(Stream.of(LOOKALIKES.split("\\|")), syntax)
                .distinct()
                .toList();
    }

    /** Returns the longest names there may be, in the widest characters; they differ in their last one only. */
    static List<String> longest() {
        var stem = GRIN.repeat(126);
        return List.of(stem + GRIN + "a", stem + GRIN + "b", stem + "a" + GRIN, stem + "a" + BEAM, "x".repeat(255));
    }

    /** Returns names in their order by code points, which is not that of UTF-16 units, nor that of any language. */
    static List<String> inOrder() {
        return List.of((" |A|B|Z|_|a|a |a!|aa|a\u00E9|b|z|\u00E9|\u4E2D|\uD7FF|\uE000|\uFF00|\uFFFD|\uD800\uDC00|"
                        + GRIN + "|" + BEAM + "|\uDBFF\uDFFD")
                .split("\\|"));
    }
}
