package dev.tenantry.app.foreign;

import dev.tenantry.domain.port.out.AceRows;
import dev.tenantry.domain.port.out.ForeignTenants;

/** ACE's rows, wherever they lie, as tenants. */
public final class AceTenants implements ForeignTenants {

    private final AceRows rows;
    private final boolean inPlace;

    /** @param inPlace the rows stay where they are, so that what Tenantry has added to them is not lost */
    public AceTenants(AceRows rows, boolean inPlace) {
        this.rows = rows;
        this.inPlace = inPlace;
    }

    @Override
    public void read(Sink sink) {
        rows.read(new AceReader(sink, inPlace));
    }

    @Override
    public void close() {
        rows.close();
    }
}
