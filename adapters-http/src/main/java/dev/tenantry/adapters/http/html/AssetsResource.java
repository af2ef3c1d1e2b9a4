package dev.tenantry.adapters.http.html;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** {@code GET /assets/{folder}/{name}}: what the pages load. It is the same for everybody, and needs no token. */
@Path("assets/{folder}/{name}")
public final class AssetsResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Assets assets;

    public AssetsResource(Assets assets) {
        this.assets = assets;
    }

    /** While servers are being replaced, a page of another version may ask; it gets what there is, to be kept by nobody. */
    @GET
    public Response get(@PathParam("folder") String folder, @PathParam("name") String name) {
        var file = assets.find(name).orElseThrow(NotFoundException::new);
        var answer = Response.ok(file.text(), type(name));
        if (assets.isCurrent(folder)) {
            answer.header(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
        return answer.build();
    }

    private static String type(String name) {
        return name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8";
    }
}
