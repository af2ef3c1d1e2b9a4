package dev.tenantry.adapters.redis;

import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.Incarnation;
import dev.tenantry.domain.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the keys are called. All of one tenant begin with the same tag in braces, by which Redis Cluster keeps them on one
 * server; what a tenant or a setting is called stands behind it, so that no brace in it can count.
 */
final class Keys {

    /** How many tags there are. */
    static final int BUCKETS = 256;

    /** Stands where a key names an incarnation, if there is none: nothing is ever stored under it. */
    private static final String NO_LIFE = "none";

    private final String prefix;

    Keys(String prefix) {
        this.prefix = prefix;
    }

    /** Returns the key of the tenant's record. */
    String record(TenantId tenant) {
        return bucketOf(tenant.value()) + "tenant:" + tenant;
    }

    /** Returns the key of the list of tenants that has this tenant in it. */
    String tenants(TenantId tenant) {
        return tenants(bucketOf(tenant.value()));
    }

    /** Returns the keys of all lists of tenants. */
    List<String> tenants() {
        return IntStream.range(0, BUCKETS).mapToObj(n -> tenants(bucket(n))).toList();
    }

    /** Returns the key of the values of the tenant's settings in one life. */
    String values(TenantId tenant, Optional<Incarnation> incarnation) {
        return ofLife("values", tenant, incarnation);
    }

    /** Returns the key of the ordered names of the tenant's settings in one life. */
    String names(TenantId tenant, Optional<Incarnation> incarnation) {
        return ofLife("names", tenant, incarnation);
    }

    /** Returns the key of the aliases that the tenant was ever to have. */
    String aliases(TenantId tenant) {
        return bucketOf(tenant.value()) + "aliases:" + tenant;
    }

    /** Returns the key that says whose alias this is. */
    String alias(Alias alias) {
        return bucketOf(alias.value()) + "alias:" + alias;
    }

    /** Returns the key under which a key of the servers lies. */
    String serverKey(String name) {
        return bucketOf(name) + "key:" + name;
    }

    private String ofLife(String what, TenantId tenant, Optional<Incarnation> incarnation) {
        var life = incarnation.map(Incarnation::toString).orElse(NO_LIFE);
        return bucketOf(tenant.value()) + what + ":" + life + ":" + tenant;
    }

    private static String tenants(String bucket) {
        return bucket + "tenants";
    }

    private String bucketOf(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return bucket(digest[0] & 0xFF);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String bucket(int number) {
        return prefix + String.format(":{%02x}:", number);
    }
}
