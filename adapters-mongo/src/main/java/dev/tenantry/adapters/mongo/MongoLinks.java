package dev.tenantry.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Link.Provenance;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Links as documents by alias: of those that claim one, the first to insert it wins. */
final class MongoLinks implements Links {

    static final String TENANT = "tenant";

    private static final String ALIAS = "_id";
    private static final String PROVENANCE = "provenance";
    private static final String AT = "at";

    private final Mongo mongo;

    MongoLinks(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Optional<TenantId> resolve(Alias alias) {
        return mongo.run("resolve alias " + alias, call -> owner(call, alias));
    }

    @Override
    public Optional<TenantId> link(Link link) {
        return mongo.run("link tenant " + link.tenant(), call -> {
            if (Records.find(call, link.tenant()).isEmpty()) {
                return Optional.empty();
            }
            Optional<TenantId> owner;
            do {
                owner = claim(call, link);
            } while (owner.isEmpty());
            return owner.filter(tenant -> !tenant.equals(link.tenant()) || isKept(call, link));
        });
    }

    /** Returns who has the alias now, or empty if it was taken and set free meanwhile. */
    private static Optional<TenantId> claim(Call call, Link link) {
        boolean renewed = call.links().replaceOne(mine(link), document(link)).getMatchedCount() > 0;
        return renewed || Call.insert(call.links(), document(link))
                ? Optional.of(link.tenant())
                : owner(call, link.alias()).filter(tenant -> !tenant.equals(link.tenant()));
    }

    /** A purge may have removed the tenant just before the link was made; the alias must not be lost with it. */
    private static boolean isKept(Call call, Link link) {
        boolean kept = Records.find(call, link.tenant()).isPresent();
        if (!kept) {
            call.links().deleteOne(exactly(link));
        }
        return kept;
    }

    @Override
    public List<Link> list(TenantId tenant) {
        return mongo.run("list links of tenant " + tenant, call -> {
            var links = call.links()
                    .find(eq(TENANT, tenant.value()))
                    .map(MongoLinks::read)
                    .into(new ArrayList<>());
            links.sort(Comparator.comparing(Link::alias));
            return links;
        });
    }

    @Override
    public boolean unlink(Link link) {
        return mongo.run(
                "unlink tenant " + link.tenant(),
                call -> call.links().deleteOne(exactly(link)).getDeletedCount() > 0);
    }

    private static Optional<TenantId> owner(Call call, Alias alias) {
        return Optional.ofNullable(call.links().find(eq(ALIAS, alias.value())).first())
                .map(document -> read(document).tenant());
    }

    private static Bson mine(Link link) {
        return and(eq(ALIAS, link.alias().value()), eq(TENANT, link.tenant().value()));
    }

    private static Bson exactly(Link link) {
        return and(
                mine(link),
                eq(PROVENANCE, Names.of(link.provenance())),
                eq(AT, link.at().toString()));
    }

    private static Document document(Link link) {
        return new Document(ALIAS, link.alias().value())
                .append(TENANT, link.tenant().value())
                .append(PROVENANCE, Names.of(link.provenance()))
                .append(AT, link.at().toString());
    }

    private static Link read(Document document) {
        return new Link(
                new Alias(document.getString(ALIAS)),
                new TenantId(document.getString(TENANT)),
                Provenance.valueOf(Names.constant(document.getString(PROVENANCE))),
                Instant.parse(document.getString(AT)));
    }
}
