package dev.tenantry.adapters.redis;

import java.util.function.Supplier;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;

/**
 * One command on one key, or one script on keys of one slot.
 *
 * @param arguments what is sent
 * @param full what is sent if the server does not know the script yet
 */
record Command(CommandArguments arguments, Supplier<CommandArguments> full) {

    /** Returns a command that is no script. */
    static Command of(Protocol.Command name, String key, Object... others) {
        var arguments = new CommandArguments(name).key(key).addObjects(others);
        return new Command(arguments, () -> arguments);
    }
}
