package dev.tenantry.app.command;

import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.move.ForeignReport;
import dev.tenantry.domain.port.in.MoveReport;
import dev.tenantry.domain.port.out.ForeignTenants;
import java.util.function.Function;

/** One import from another framework, as an operator sees it: a line for what is strange or wrong, and a summary. */
final class ForeignRun {

    private final ForeignReport report =
            new ForeignReport(new MoveReport(trouble -> print(trouble.toString())), ForeignRun::print);
    private final boolean dryRun;
    private final ForeignTenants.Sink sink;

    /** @param sink returns what takes the tenants and reports them */
    ForeignRun(boolean dryRun, Function<ForeignReport, ForeignTenants.Sink> sink) {
        this.dryRun = dryRun;
        this.sink = sink.apply(report);
    }

    /** @throws RejectedException if something could not be carried over, or is not the same */
    void read(ForeignTenants source) {
        source.read(new TenantCounter(sink, System.err));
        report.oddities().forEach(ForeignRun::print);
        print(report.moves().summary() + (dryRun ? "; this was a trial, and nothing is changed." : "."));
        if (!report.moves().isClean()) {
            throw new RejectedException(
                    ErrorCode.CONFLICT, "not everything is as the source says; what is not is named above");
        }
    }

    /** Names are what somebody stored, and a terminal obeys control characters. */
    private static void print(String line) {
        System.out.println(line.replaceAll("\\p{Cntrl}", "?"));
    }
}
