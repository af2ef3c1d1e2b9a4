package dev.tenantry.adapters.http.descriptor;

import dev.tenantry.adapters.http.json.RequestBody;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code GET /atlassian-connect.json}. */
@Path("atlassian-connect.json")
public final class DescriptorResource {

    private final Descriptor descriptor;

    public DescriptorResource(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    @GET
    @Produces(RequestBody.JSON)
    public byte[] get() {
        return descriptor.json().utf8();
    }
}
