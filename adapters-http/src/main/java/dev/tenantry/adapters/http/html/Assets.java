package dev.tenantry.adapters.http.html;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The style sheets and scripts of all pages. They share one folder, whose name is a hash of all their contents: scripts find
 * each other in it, and browsers may keep them for ever. Immutable.
 */
public final class Assets {

    /** The Content-Security-Policy of a page that loads nothing but these style sheets and that nobody may frame. */
    public static final String STYLES_ONLY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Styles of all pages. */
    private static final List<String> SHARED = List.of("tokens.css", "base.css");

    private final String basePath;
    private final Map<String, Resource> files;
    private final String version;

    /** @param basePath the path of the app's base URL */
    public Assets(String basePath, List<Resource> files) {
        this.basePath = basePath;
        this.files = Stream.concat(SHARED.stream().map(name -> Resource.of(Assets.class, name)), files.stream())
                .collect(toUnmodifiableMap(Resource::name, file -> file));
        this.version = hash(this.files);
    }

    /** Returns the folder's path as it stands in pages, without a trailing slash. */
    public String path() {
        return basePath + "/assets/" + version;
    }

    Optional<Resource> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    boolean isCurrent(String folder) {
        return version.equals(folder);
    }

    private static String hash(Map<String, Resource> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(files)
                    .forEach((name, file) ->
                            digest.update((name + '\0' + file.text() + '\0').getBytes(StandardCharsets.UTF_8)));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
