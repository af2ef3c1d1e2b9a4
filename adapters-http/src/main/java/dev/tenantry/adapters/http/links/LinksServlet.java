package dev.tenantry.adapters.http.links;

import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.port.in.LinkTenants;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /links} on the operator's port: the report of links. */
public final class LinksServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient LinkTenants links;

    public LinksServlet(LinkTenants links) {
        this.links = links;
    }

    /** A report that fails on the way ends in the middle, which is no JSON, and so cannot be taken for a whole one. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(RequestBody.JSON);
        response.setHeader("Cache-Control", "no-store");
        try {
            CoverageJson.write(links, response.getOutputStream());
        } catch (StorageException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            response.reset();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }
}
