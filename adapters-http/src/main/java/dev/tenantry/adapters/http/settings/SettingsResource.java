package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.auth.SignedRequests;
import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.adapters.http.patch.Patch;
import dev.tenantry.adapters.http.problem.UnsupportedMediaTypeException;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.AuthenticateTenant;
import dev.tenantry.domain.port.in.UseSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/**
 * {@code /api/settings} and {@code /api/settings/{key}}: the settings of the tenant that the token names.
 *
 * <p>Conditions are those of RFC 9110, section 13. A write takes {@code If-Match}, or {@code If-None-Match: *}; a read
 * takes both in all their forms.
 */
@Path("api/settings{name: (/[^/]*)?}")
public final class SettingsResource {

    private static final String ONE_SETTING = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    private static final String ALL_SETTINGS = "GET, HEAD, OPTIONS";
    private static final String ACCEPT_PATCH = "Accept-Patch";

    private final SignedRequests requests;
    private final AuthenticateTenant tenants;
    private final UseSettings settings;
    private final int maxValueBytes;

    /** @param maxValueBytes the longest body that is read, in bytes */
    public SettingsResource(
            SignedRequests requests, AuthenticateTenant tenants, UseSettings settings, int maxValueBytes) {
        this.requests = requests;
        this.tenants = tenants;
        this.settings = settings;
        this.maxValueBytes = maxValueBytes;
    }

    @GET
    @Produces(RequestBody.JSON)
    public Response get(@Context HttpServletRequest request) {
        var access = access(request);
        return SettingName.find(request).map(key -> one(request, access, key)).orElseGet(() -> page(request, access));
    }

    @PUT
    public Response put(@Context HttpServletRequest request) {
        var access = access(request);
        var key = requireKey(request);
        var precondition = Conditions.ofWrite(request);
        var value = StrictJson.text(RequestBody.readJson(request, maxValueBytes));
        boolean created = settings.put(access, new Setting(key, value), precondition);
        return Response.status(created ? Status.CREATED : Status.NO_CONTENT)
                .header(HttpHeaders.ETAG, value.etag())
                .build();
    }

    @PATCH
    @Produces(RequestBody.JSON)
    public Response patch(@Context HttpServletRequest request) {
        var access = access(request);
        var key = requireKey(request);
        var precondition = Conditions.ofWrite(request);
        var patch = readPatch(request);
        return answer(settings.patch(access, key, stored -> patch.apply(stored, maxValueBytes), precondition));
    }

    @DELETE
    public Response delete(@Context HttpServletRequest request) {
        settings.remove(access(request), requireKey(request), Conditions.ofWrite(request));
        return Response.noContent().build();
    }

    @OPTIONS
    public Response options(@Context HttpServletRequest request) {
        var answer = Response.noContent();
        return SettingName.find(request).isPresent()
                ? answer.header(HttpHeaders.ALLOW, ONE_SETTING)
                        .header(ACCEPT_PATCH, Patch.MEDIA_TYPES)
                        .build()
                : answer.header(HttpHeaders.ALLOW, ALL_SETTINGS).build();
    }

    private Response one(HttpServletRequest request, Access access, SettingKey key) {
        var setting = settings.get(access, key, Conditions.ofRead(request));
        return Conditions.isKnown(request, setting.etag())
                ? Response.notModified()
                        .header(HttpHeaders.ETAG, setting.etag())
                        .build()
                : answer(setting);
    }

    private Response page(HttpServletRequest request, Access access) {
        var page = SettingsPage.read(PageQuery.of(request), (after, limit) -> settings.page(access, after, limit));
        return Response.ok(page.toJson()).build();
    }

    private static Response answer(Setting setting) {
        return Response.ok(setting.value().utf8())
                .header(HttpHeaders.ETAG, setting.etag())
                .build();
    }

    private Access access(HttpServletRequest request) {
        return tenants.forApi(requests.require(request));
    }

    private Patch readPatch(HttpServletRequest request) {
        var type = RequestBody.typeOf(request);
        if (!Patch.isPatch(type)) {
            throw new UnsupportedMediaTypeException("The body must be a patch.", ACCEPT_PATCH, Patch.MEDIA_TYPES);
        }
        return Patch.parse(type, RequestBody.read(request, maxValueBytes));
    }

    private static SettingKey requireKey(HttpServletRequest request) {
        return SettingName.find(request).orElseThrow(() -> new NotAllowedException(ALL_SETTINGS));
    }
}
