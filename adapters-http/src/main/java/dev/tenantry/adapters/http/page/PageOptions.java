package dev.tenantry.adapters.http.page;

import dev.tenantry.domain.model.SettingDefinition;
import java.net.URI;
import java.util.List;

/**
 * What an operator may choose about the settings page.
 *
 * @param hostScript where browsers find the host's own script, {@code all.js}
 * @param definitions the settings that the page shows, in this order; may be empty
 */
public record PageOptions(URI hostScript, List<SettingDefinition> definitions) {}
