package dev.tenantry.domain.model;

import java.util.regex.Pattern;

/** The names of this very machine: nobody on a network can answer in their place, so http is as safe as https there. */
public final class Loopback {

    private static final Pattern HOST =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /**
     * Returns whether a host is this machine.
     *
     * @param host as {@link java.net.URI#getHost} gives it: an IPv6 address stands in brackets
     */
    public static boolean isLoopback(String host) {
        return HOST.matcher(host).matches();
    }
}
