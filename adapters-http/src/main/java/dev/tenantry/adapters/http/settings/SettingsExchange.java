package dev.tenantry.adapters.http.settings;

import dev.tenantry.adapters.http.json.RequestBody;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.adapters.http.patch.Patch;
import dev.tenantry.adapters.http.problem.UnsupportedMediaTypeException;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.port.in.Access;
import dev.tenantry.domain.port.in.SettingView;
import dev.tenantry.domain.port.in.UseSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;

/**
 * Serves requests about the settings of one tenant, once it is known whose and who asks. The key is empty if a request is
 * about all settings.
 *
 * <p>Conditions are those of RFC 9110, section 13. A write takes {@code If-Match}, or {@code If-None-Match: *}; a read
 * takes both in all their forms. Safe for use by many threads.
 */
public final class SettingsExchange {

    private static final String ONE_SETTING = "GET, HEAD, PUT, PATCH, DELETE, OPTIONS";
    private static final String ALL_SETTINGS = "GET, HEAD, OPTIONS";
    private static final String ACCEPT_PATCH = "Accept-Patch";

    /** Not there, or {@code violated}: the stored value is not as the app declares it by now. */
    private static final String SCHEMA = "Tenantry-Schema";

    private final UseSettings settings;
    private final int maxValueBytes;

    /** @param maxValueBytes the longest body that is read, in bytes */
    public SettingsExchange(UseSettings settings, int maxValueBytes) {
        this.settings = settings;
        this.maxValueBytes = maxValueBytes;
    }

    /** One of the methods below. */
    @FunctionalInterface
    interface Method {
        Response serve(HttpServletRequest request, Access access, Optional<SettingKey> key);
    }

    Response get(HttpServletRequest request, Access access, Optional<SettingKey> key) {
        return key.map(name -> one(request, access, name)).orElseGet(() -> page(request, access));
    }

    Response put(HttpServletRequest request, Access access, Optional<SettingKey> key) {
        var name = require(key);
        var precondition = Conditions.ofWrite(request);
        var value = StrictJson.text(RequestBody.readJson(request, maxValueBytes));
        var written = settings.put(access, new Setting(name, value), precondition);
        return Response.status(written.created() ? Status.CREATED : Status.NO_CONTENT)
                .header(HttpHeaders.ETAG, written.etag())
                .build();
    }

    Response patch(HttpServletRequest request, Access access, Optional<SettingKey> key) {
        var name = require(key);
        var precondition = Conditions.ofWrite(request);
        var patch = readPatch(request);
        var patched = settings.patch(
                access, name, (shown, secrets) -> patch.apply(shown, secrets, maxValueBytes), precondition);
        return answer(patched);
    }

    Response delete(HttpServletRequest request, Access access, Optional<SettingKey> key) {
        settings.remove(access, require(key), Conditions.ofWrite(request));
        return Response.noContent().build();
    }

    static Response options(Optional<SettingKey> key) {
        var answer = Response.noContent();
        return key.isPresent()
                ? answer.header(HttpHeaders.ALLOW, ONE_SETTING)
                        .header(ACCEPT_PATCH, Patch.MEDIA_TYPES)
                        .build()
                : answer.header(HttpHeaders.ALLOW, ALL_SETTINGS).build();
    }

    private Response one(HttpServletRequest request, Access access, SettingKey key) {
        var setting = settings.get(access, key, Conditions.ofRead(request));
        return Conditions.isKnown(request, setting.etag())
                ? describe(Response.notModified(), setting)
                : answer(setting);
    }

    private Response page(HttpServletRequest request, Access access) {
        var page = SettingsPage.read(PageQuery.of(request), (after, limit) -> settings.page(access, after, limit));
        return Response.ok(page.toJson()).build();
    }

    private static Response answer(SettingView setting) {
        return describe(Response.ok(setting.value().utf8()), setting);
    }

    /** A value that was stored before its schema is served as it is, and says so. */
    private static Response describe(Response.ResponseBuilder answer, SettingView setting) {
        return answer.header(HttpHeaders.ETAG, setting.etag())
                .header(SCHEMA, setting.valid() ? null : "violated")
                .build();
    }

    private Patch readPatch(HttpServletRequest request) {
        var type = RequestBody.typeOf(request);
        if (!Patch.isPatch(type)) {
            throw new UnsupportedMediaTypeException("The body must be a patch.", ACCEPT_PATCH, Patch.MEDIA_TYPES);
        }
        return Patch.parse(type, RequestBody.read(request, maxValueBytes));
    }

    private static SettingKey require(Optional<SettingKey> key) {
        return key.orElseThrow(() -> new NotAllowedException(ALL_SETTINGS));
    }
}
