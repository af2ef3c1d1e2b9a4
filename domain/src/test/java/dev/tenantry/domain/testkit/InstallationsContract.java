package dev.tenantry.domain.testkit;

/** What every store owes {@link dev.tenantry.domain.port.out.Installations}, pages aside. */
interface InstallationsContract
        extends RecordContract, CommitContract, DropContract, CommitRaceContract, NamesContract {}
