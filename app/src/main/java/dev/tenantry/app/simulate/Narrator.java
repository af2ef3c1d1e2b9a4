package dev.tenantry.app.simulate;

import java.io.PrintStream;

/** Tells what the host does and what the app answers, and remembers whether every answer was the right one. */
final class Narrator {

    private static final int BODY_LIMIT = 140;

    private final PrintStream out;
    private int steps;
    private int surprises;

    Narrator(PrintStream out) {
        this.out = out;
    }

    /** Opens a step with what happens in it and why. */
    void step(String text) {
        steps++;
        out.printf("%n%2d. %s%n", steps, text);
    }

    /** Tells one exchange; {@code note} stands behind the status. */
    void exchange(String request, Reply reply, int expected) {
        boolean right = reply.status() == expected;
        surprises += right ? 0 : 1;
        var tag = reply.etag().isEmpty() ? "" : "  ETag " + reply.etag();
        var verdict = right ? "" : "  ✗ expected " + expected;
        out.printf("    %-44s → %d%s%s%n", request, reply.status(), tag, verdict);
        if (!reply.body().isEmpty()) {
            out.printf("        %s%n", shortened(reply.gist()));
        }
    }

    /** Tells something beside the steps. */
    void say(String text) {
        out.println(text);
    }

    /** Closes with the sum. */
    boolean conclude() {
        var verdict = surprises == 0 ? "every answer was as expected" : surprises + " answers were not as expected";
        out.printf("%n%d steps, %s.%n", steps, verdict);
        return surprises == 0;
    }

    private static String shortened(String body) {
        var line = body.replace('\n', ' ');
        return line.length() <= BODY_LIMIT ? line : line.substring(0, BODY_LIMIT) + "…";
    }
}
