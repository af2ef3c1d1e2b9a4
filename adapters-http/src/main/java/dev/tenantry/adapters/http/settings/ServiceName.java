package dev.tenantry.adapters.http.settings;

import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which settings a URL of the service API names: {@code /service/tenants/{tenant}/settings[/{key}]}, each name one
 * percent-encoded segment. {@code /service/settings?tenant=…&key=…} names what a path may not carry; a name that can is
 * taken from either place.
 *
 * @param tenant empty if the URL names none
 * @param key empty if the URL names all settings
 */
record ServiceName(Optional<TenantId> tenant, Optional<SettingKey> key) {

    private static final Pattern PATH = Pattern.compile("/service/(?:tenants/([^/]+)/)?settings(?:/([^/]+)?)?");

    /** Returns what the URL names. {@code INVALID_REQUEST} if a name is not one, or is given twice. */
    static ServiceName of(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        SettingName.requireNoParameters(path);
        var names = PATH.matcher(path);
        if (!names.matches()) {
            throw new NotFoundException();
        }
        var query = Query.of(request);
        return new ServiceName(
                either("tenant", names.group(1), query).map(ServiceName::tenant),
                either("key", names.group(2), query).map(SettingName::key));
    }

    /** Returns the tenant. {@code INVALID_REQUEST} if the URL names none. */
    TenantId requireTenant() {
        return tenant.orElseThrow(() -> SettingName.invalid("The URL names no tenant."));
    }

    /** A name may well be in the path and not in the query, or the other way round; in both it is a mistake. */
    private static Optional<String> either(String name, @Nullable String segment, Query query) {
        var named = query.find(name);
        if (segment == null) {
            return named;
        }
        if (named.isPresent()) {
            throw SettingName.invalid("The URL names the " + name + " twice: in the path and in the query.");
        }
        return Optional.of(Percent.decode(segment));
    }

    private static TenantId tenant(String name) {
        try {
            return new TenantId(name);
        } catch (IllegalArgumentException notATenant) {
            throw SettingName.invalid("The " + notATenant.getMessage() + '.');
        }
    }
}
