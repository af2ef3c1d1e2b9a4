package dev.tenantry.adapters.redis;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * One atomic step in Redis.
 *
 * @param lua its source
 * @param sha1 by which a server knows it that has run it before
 */
record Script(String lua, String sha1) {

    Script(String lua) {
        this(lua, digest(lua));
    }

    /** Returns the script at work; the keys must share their tag. */
    Command on(List<String> keys, List<String> arguments) {
        return new Command(
                call(Protocol.Command.EVALSHA, sha1, keys, arguments),
                () -> call(Protocol.Command.EVAL, lua, keys, arguments));
    }

    private static CommandArguments call(
            Protocol.Command name, String script, List<String> keys, List<String> arguments) {
        return new CommandArguments(name)
                .add(script)
                .add(keys.size())
                .keys(keys)
                .addObjects(arguments);
    }

    /** EVALSHA knows no other digest. */
    private static String digest(String lua) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1").digest(lua.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
