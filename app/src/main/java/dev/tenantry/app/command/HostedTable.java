package dev.tenantry.app.command;

import dev.tenantry.domain.hosted.HostedSetting;
import java.io.PrintStream;
import java.util.Locale;

/** A line for each setting that Forge's store can hold. */
final class HostedTable {

    private final PrintStream out;
    private boolean hasRounded;

    HostedTable(PrintStream out) {
        this.out = out;
    }

    void print(HostedSetting setting) {
        var key = setting.key().value();
        var hosted = setting.value().key().value();
        boolean isRounded = !setting.rounded().isEmpty();
        hasRounded |= isRounded;
        out.printf(
                "%-7s %-6s %7d bytes  %s%s%s%n",
                isRounded ? "rounds" : "fits",
                setting.shelf().name().toLowerCase(Locale.ROOT),
                setting.value().json().utf8().length,
                key,
                key.equals(hosted) ? "" : " -> " + hosted,
                isRounded ? "  JavaScript cannot hold the numbers at " + setting.rounded() : "");
    }

    /** Returns whether one of them would change on the way. */
    boolean hasRounded() {
        return hasRounded;
    }
}
