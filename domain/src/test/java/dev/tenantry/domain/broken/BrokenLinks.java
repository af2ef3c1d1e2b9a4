package dev.tenantry.domain.broken;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.out.Links;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Links that break one promise each. */
final class BrokenLinks {

    private BrokenLinks() {}

    /** An upsert: the last one to name an alias gets it. */
    static final class Moving extends PassingLinks {
        Moving(Links sound) {
            super(sound);
        }

        @Override
        public Optional<TenantId> link(Link link) {
            sound.resolve(link.alias())
                    .flatMap(owner -> stored(owner, link.alias()))
                    .ifPresent(sound::unlink);
            return sound.link(link);
        }
    }

    /** Looks at the alias only. */
    static final class UnlinkingLoosely extends PassingLinks {
        UnlinkingLoosely(Links sound) {
            super(sound);
        }

        @Override
        public boolean unlink(Link link) {
            return sound.resolve(link.alias())
                    .flatMap(owner -> stored(owner, link.alias()))
                    .filter(sound::unlink)
                    .isPresent();
        }
    }

    /** Does not ask whether the tenant exists. */
    static final class LinkingNobody extends PassingLinks {
        private final ConcurrentMap<Alias, TenantId> homeless = new ConcurrentHashMap<>();

        LinkingNobody(Links sound) {
            super(sound);
        }

        @Override
        public Optional<TenantId> resolve(Alias alias) {
            return sound.resolve(alias).or(() -> Optional.ofNullable(homeless.get(alias)));
        }

        @Override
        public Optional<TenantId> link(Link link) {
            homeless.put(link.alias(), link.tenant());
            return sound.link(link).or(() -> Optional.of(link.tenant()));
        }
    }

    /** Keeps the first provenance and time for ever. */
    static final class NeverRenewing extends PassingLinks {
        NeverRenewing(Links sound) {
            super(sound);
        }

        @Override
        public Optional<TenantId> link(Link link) {
            return sound.resolve(link.alias()).or(() -> sound.link(link));
        }
    }
}
