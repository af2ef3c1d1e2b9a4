package dev.tenantry.adapters.redis;

/**
 * What happens in Redis in one step each. KEYS and ARGV are named at the head of each script; a stored value is the 45
 * bytes of its ETag and then its text, because Redis knows no SHA-256.
 */
final class Scripts {

    /** KEYS: record, …; ARGV: incarnation, …. Answers nil unless the tenant's record is open for this incarnation. */
    private static final String FENCE = """
            if redis.call('HGET', KEYS[1], 'life') ~= ARGV[1] then return false end
            """;

    /** KEYS: record, values; ARGV: incarnation, names of settings. Answers their values, nil for those that are absent. */
    static final Script FIND = new Script(FENCE + """
            if #ARGV == 1 then return {} end
            return redis.call('HMGET', KEYS[2], unpack(ARGV, 2))
            """);

    private static final String NEXT_SETTINGS = """
            local page = {}
            for _, name in ipairs(redis.call('ZRANGEBYLEX', KEYS[3], ARGV[2], '+', 'LIMIT', 0, ARGV[3])) do
              local value = redis.call('HGET', KEYS[2], name)
              if value then
                page[#page + 1] = name
                page[#page + 1] = value
              end
            end
            return page
            """;

    /** KEYS: record, values, names; ARGV: incarnation, start, limit. Answers name, value, name, value, …. */
    static final Script PAGE = new Script(FENCE + NEXT_SETTINGS);

    /** The same for a tenant that need not be open. */
    static final Script PAGE_OF_ANY = new Script(NEXT_SETTINGS);

    /** ARGV from 3: what must be stored, and the tags of which one must match. */
    private static final String ADMITS = """
            local current = redis.call('HGET', KEYS[2], ARGV[2])
            local function admits()
              if ARGV[3] == 'any' then return true end
              if ARGV[3] == 'absent' then return not current end
              if ARGV[3] == 'present' then return current end
              for n = FIRST_TAG, #ARGV do
                if current and string.sub(current, 1, 45) == ARGV[n] then return true end
              end
              return false
            end
            if not admits() then return 'UNMET' end
            """;

    /** KEYS: record, values, names; ARGV: incarnation, name, precondition, value, quota, tags. Answers the outcome. */
    static final Script PUT = new Script(FENCE + ADMITS.replace("FIRST_TAG", "6") + """
            if not current and redis.call('ZCARD', KEYS[3]) >= tonumber(ARGV[5]) then return 'FULL' end
            redis.call('HSET', KEYS[2], ARGV[2], ARGV[4])
            if current then return 'REPLACED' end
            redis.call('ZADD', KEYS[3], 0, ARGV[2])
            return 'CREATED'
            """);

    /** KEYS: record, values, names; ARGV: incarnation, name, precondition, tags. Answers the outcome. */
    static final Script REMOVE = new Script(FENCE + ADMITS.replace("FIRST_TAG", "4") + """
            if not current then return 'ABSENT' end
            redis.call('HDEL', KEYS[2], ARGV[2])
            redis.call('ZREM', KEYS[3], ARGV[2])
            return 'REMOVED'
            """);

    /**
     * KEYS: record, tenants, aliases, values and names to drop, values and names to plant in; ARGV: tenant, expected
     * text, next text, incarnation that is open then, birth, and name, value, name, value, … of the seeds. Absent is
     * empty. Answers nil if it was done, and the stored text if that is not the expected one.
     */
    static final Script COMMIT = new Script("""
            local stored = redis.call('HGET', KEYS[1], 'text') or ''
            if stored ~= ARGV[2] then return stored end
            redis.call('DEL', KEYS[4], KEYS[5])
            if ARGV[3] == '' then
              redis.call('DEL', KEYS[1], KEYS[3])
              redis.call('ZREM', KEYS[2], ARGV[1])
              return false
            end
            redis.call('HSET', KEYS[1], 'text', ARGV[3], 'life', ARGV[4])
            redis.call('HSETNX', KEYS[1], 'birth', ARGV[5])
            redis.call('ZADD', KEYS[2], 0, ARGV[1])
            for n = 6, #ARGV, 2 do
              if redis.call('HSETNX', KEYS[6], ARGV[n], ARGV[n + 1]) == 1 then
                redis.call('ZADD', KEYS[7], 0, ARGV[n])
              end
            end
            return false
            """);

    /** KEYS: record, aliases; ARGV: alias. Notes that the tenant may have it; answers its birth, nil without a record. */
    static final Script INTEND = new Script("""
            local birth = redis.call('HGET', KEYS[1], 'birth')
            if birth then redis.call('SADD', KEYS[2], ARGV[1]) end
            return birth
            """);

    /** KEYS: alias; ARGV: birth, text, text that may be replaced. Answers nil if it was done, or else the stored text. */
    static final Script CLAIM = new Script("""
            local stored = redis.call('GET', KEYS[1])
            if stored and stored ~= ARGV[3] and string.sub(stored, 1, 36) ~= ARGV[1] then return stored end
            redis.call('SET', KEYS[1], ARGV[2])
            return false
            """);

    /** KEYS: alias; ARGV: text. Answers 1 if it was stored, and now is not. */
    static final Script RELEASE = new Script("""
            if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
            return redis.call('DEL', KEYS[1])
            """);

    private Scripts() {}
}
