package dev.tenantry.domain.model;

import java.util.regex.Pattern;

/**
 * The app as Forge knows it.
 *
 * @param id its ARI, {@code ari:cloud:ecosystem::app/<uuid>}: the audience of every invocation token
 * @param icLabel the Isolated Cloud that it runs in, whose key set is configured; empty for the public cloud
 */
public record ForgeApp(String id, String icLabel) {

    private static final String PREFIX = "ari:cloud:ecosystem::app/";
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_-]{1,50}");

    /**
     * Takes the id with or without its prefix.
     *
     * @throws IllegalArgumentException if the id is no UUID, or the label no label
     */
    public ForgeApp {
        var uuid = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : id;
        if (!ID.matcher(uuid).matches()) {
            throw new IllegalArgumentException("a Forge app id is " + PREFIX + " and a UUID");
        }
        if (!icLabel.isEmpty() && !isLabel(icLabel)) {
            throw new IllegalArgumentException("the label of an Isolated Cloud is 1 to 50 of a-z 0-9 _ -");
        }
        id = PREFIX + uuid;
    }

    /** Returns whether a text can be the label of an Isolated Cloud. */
    public static boolean isLabel(String text) {
        return LABEL.matcher(text).matches();
    }
}
