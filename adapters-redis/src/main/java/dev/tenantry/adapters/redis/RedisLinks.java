package dev.tenantry.adapters.redis;

import dev.tenantry.domain.error.StorageException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Links, whose aliases lie on other servers than their tenants.
 *
 * <p>What is stored under the alias decides, as long as its tenant has the record for which it was written: each record
 * has a birth of its own, so all links of a tenant end with it. The tenant's list holds every alias that it was ever to
 * have. It is written first and is asked only where to look, so that a crash after it leaves nothing that anybody sees.
 */
final class RedisLinks implements Links {

    /** How often an alias of a tenant that is gone may slip away to another one that is gone as well. */
    private static final int ATTEMPTS = 3;

    private final Redis redis;
    private final Keys keys;

    RedisLinks(Redis redis, Keys keys) {
        this.redis = redis;
        this.keys = keys;
    }

    @Override
    public Optional<TenantId> resolve(Alias alias) {
        return find(redis.call("resolve alias " + alias), alias)
                .map(stored -> stored.link().tenant());
    }

    @Override
    public Optional<TenantId> link(Link link) {
        var call = redis.call("link tenant " + link.tenant());
        var own = List.of(keys.record(link.tenant()), keys.aliases(link.tenant()));
        var alias = List.of(link.alias().value());
        return Reply.text(call.write(Scripts.INTEND.on(own, alias)))
                .map(birth -> claim(call, new StoredLink(link, birth)));
    }

    /** Returns whose alias it is then. One of a tenant that is gone is nobody's, and never will be that tenant's again. */
    private TenantId claim(Call call, StoredLink claim) {
        var key = List.of(keys.alias(claim.link().alias()));
        var replaceable = "";
        for (int n = 0; n < ATTEMPTS; n++) {
            var arguments = List.of(claim.birth(), claim.text(), replaceable);
            var other = Reply.text(call.write(Scripts.CLAIM.on(key, arguments)));
            if (other.isEmpty()) {
                return claim.link().tenant();
            }
            replaceable = other.get();
            var stored = StoredLink.read(claim.link().alias(), replaceable);
            if (isInForce(call, stored)) {
                return stored.link().tenant();
            }
        }
        throw new StorageException("too many others link alias " + claim.link().alias());
    }

    @Override
    public List<Link> list(TenantId tenant) {
        var call = redis.call("list links of tenant " + tenant);
        var answers = call.readAll(List.of(birth(tenant), Command.of(Protocol.Command.SMEMBERS, keys.aliases(tenant))));
        var born = Reply.text(answers.get(0));
        var aliases = Reply.texts(answers.get(1)).stream().map(Alias::new).toList();
        var texts = call.readAll(aliases.stream().map(this::text).toList());
        var links = new ArrayList<Link>();
        for (int n = 0; n < texts.size(); n++) {
            var alias = aliases.get(n);
            Reply.text(texts.get(n))
                    .map(text -> StoredLink.read(alias, text))
                    .filter(stored -> stored.isOf(born))
                    .ifPresent(stored -> links.add(stored.link()));
        }
        links.sort(Comparator.comparing(Link::alias));
        return links;
    }

    @Override
    public boolean unlink(Link link) {
        var call = redis.call("unlink tenant " + link.tenant());
        var key = List.of(keys.alias(link.alias()));
        return find(call, link.alias())
                .filter(stored -> stored.link().equals(link))
                .map(stored -> call.write(Scripts.RELEASE.on(key, List.of(stored.text()))))
                .filter(Long.valueOf(1)::equals)
                .isPresent();
    }

    private Optional<StoredLink> find(Call call, Alias alias) {
        return Reply.text(call.read(text(alias)))
                .map(text -> StoredLink.read(alias, text))
                .filter(stored -> isInForce(call, stored));
    }

    private boolean isInForce(Call call, StoredLink stored) {
        return stored.isOf(Reply.text(call.read(birth(stored.link().tenant()))));
    }

    private Command text(Alias alias) {
        return Command.of(Protocol.Command.GET, keys.alias(alias));
    }

    private Command birth(TenantId tenant) {
        return Command.of(Protocol.Command.HGET, keys.record(tenant), "birth");
    }
}
