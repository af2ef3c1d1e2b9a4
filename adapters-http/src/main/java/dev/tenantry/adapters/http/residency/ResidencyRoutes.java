package dev.tenantry.adapters.http.residency;

import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.adapters.http.lifecycle.TimeLimit;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.MigrateResidency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.function.Supplier;

/**
 * The hooks of a migration: 204 when the step is done, 503 if that takes too long, and then the same call may find it done.
 * What differs is who calls.
 */
public abstract sealed class ResidencyRoutes permits ResidencyResource, ForgeResidencyResource {

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final MigrateResidency residency;
    private final TimeLimit time;

    ResidencyRoutes(MigrateResidency residency, TimeLimit time) {
        this.residency = residency;
        this.time = time;
    }

    /** Returns what finds out which tenant the call is about; it takes its time, and the token is read before. */
    abstract Supplier<TenantId> caller(HttpServletRequest request);

    @POST
    @Path("schedule")
    public final void schedule(@Context HttpServletRequest request) {
        var caller = caller(request);
        var order = body(request).order();
        time.run(() -> residency.schedule(caller.get(), order));
    }

    @POST
    @Path("start")
    public final void start(@Context HttpServletRequest request) {
        var caller = caller(request);
        var migration = body(request).id();
        time.run(() -> residency.start(caller.get(), migration));
    }

    @GET
    @Path("status")
    @Produces(RequestBody.JSON)
    public final byte[] status(@Context HttpServletRequest request) {
        var caller = caller(request);
        var migration = MigrationBody.named(request);
        return ProgressJson.of(time.call(() -> residency.status(caller.get(), migration)));
    }

    @POST
    @Path("commit")
    public final void commit(@Context HttpServletRequest request) {
        var caller = caller(request);
        var migration = body(request).id();
        time.run(() -> residency.commit(caller.get(), migration));
    }

    @POST
    @Path("rollback")
    public final void rollback(@Context HttpServletRequest request) {
        var caller = caller(request);
        var migration = body(request).id();
        time.run(() -> residency.rollback(caller.get(), migration));
    }

    private static MigrationBody body(HttpServletRequest request) {
        return MigrationBody.parse(RequestBody.readJson(request, MAX_BODY_BYTES));
    }
}
