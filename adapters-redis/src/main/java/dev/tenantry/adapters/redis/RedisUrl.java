package dev.tenantry.adapters.redis;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;

/**
 * Where Redis is.
 *
 * @param kind how it is set up
 * @param nodes the server, or those of the Cluster or the Sentinels that are asked first
 * @param path the database's number for a single server, the master's name for Sentinels; empty if the URL has none
 * @param tls whether connections are encrypted
 */
record RedisUrl(Kind kind, Set<HostAndPort> nodes, String path, boolean tls) {

    /** How a Redis is set up. */
    enum Kind {
        SINGLE,
        CLUSTER,
        SENTINEL
    }

    /** What is said of a URL that is none of ours; follows the key's name. */
    static final String EXPECTED = "must be redis://host:port[/database], redis+cluster://host:port,… or"
            + " redis+sentinel://host:port,…/master (rediss for TLS), without user and password";

    private static final String NODE = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(?::[1-9][0-9]{0,3}|:[1-5][0-9]{4}"
            + "|:6[0-4][0-9]{3}|:65[0-4][0-9]{2}|:655[0-2][0-9]|:6553[0-5])?";
    private static final String NODES = "(?:" + NODE + ")(?:," + NODE + ")*";

    /** All URLs that can be opened. */
    static final String URLS = "(?:rediss?://" + NODE + "(?:/[0-9]{1,4})?"
            + "|rediss?\\+cluster://" + NODES
            + "|rediss?\\+sentinel://" + NODES + "/[A-Za-z0-9._-]+)";

    private static final Pattern VALID = Pattern.compile(URLS);
    private static final Pattern PARTS = Pattern.compile("redis(s?)(?:\\+([a-z]+))?://([^/]+)/?(.*)");
    private static final int DEFAULT_PORT = 6379;
    private static final int DEFAULT_SENTINEL_PORT = 26379;

    /** Returns the parts of a URL, or empty if it is none of {@link #URLS}. */
    static Optional<RedisUrl> parse(String url) {
        return Optional.of(url)
                .filter(text -> VALID.matcher(text).matches())
                .map(PARTS::matcher)
                .filter(Matcher::matches)
                .map(RedisUrl::of);
    }

    private static RedisUrl of(Matcher parts) {
        var kind = Optional.ofNullable(parts.group(2))
                .map(name -> name.equals("cluster") ? Kind.CLUSTER : Kind.SENTINEL)
                .orElse(Kind.SINGLE);
        int port = kind == Kind.SENTINEL ? DEFAULT_SENTINEL_PORT : DEFAULT_PORT;
        var nodes = Arrays.stream(parts.group(3).split(","))
                .map(node -> node(node, port))
                .collect(Collectors.toUnmodifiableSet());
        return new RedisUrl(kind, nodes, parts.group(4), !parts.group(1).isEmpty());
    }

    private static HostAndPort node(String text, int defaultPort) {
        int end = text.lastIndexOf(':');
        boolean hasPort = end > text.lastIndexOf(']');
        var host = hasPort ? text.substring(0, end) : text;
        int port = hasPort ? Integer.parseInt(text.substring(end + 1)) : defaultPort;
        return new HostAndPort(host.replaceAll("[\\[\\]]", ""), port);
    }

    /** Returns the number of the database; only a single server has others than 0. */
    int database() {
        return kind == Kind.SINGLE && !path.isEmpty() ? Integer.parseInt(path) : 0;
    }
}
