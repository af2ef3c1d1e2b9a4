package dev.tenantry.adapters.http.page;

import dev.tenantry.adapters.http.html.Resource;
import java.util.List;
import java.util.stream.Stream;

/** The style sheet and the scripts of the settings page. */
public final class PageFiles {

    private PageFiles() {}

    /** Reads them. */
    public static List<Resource> read() {
        return Stream.of(
                        "page.css",
                        "api.js",
                        "conflict.js",
                        "controls.js",
                        "dom.js",
                        "editors.js",
                        "fields.js",
                        "host.js",
                        "json.js",
                        "leaf.js",
                        "list.js",
                        "main.js",
                        "problems.js",
                        "schema.js",
                        "secret.js",
                        "section.js",
                        "texts.js")
                .map(name -> Resource.of(PageFiles.class, name))
                .toList();
    }
}
