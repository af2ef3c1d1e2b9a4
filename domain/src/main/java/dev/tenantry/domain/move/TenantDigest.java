package dev.tenantry.domain.move;

import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.Lifecycle;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Secrets;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantRecord;
import dev.tenantry.domain.port.out.Archive.Row;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A tenant in short, secrets included: two tenants with the same digest are the same in every character, except for the
 * tokens of Forge installations, which each storage gets anew. Each text goes in with its length before it, so that no two
 * tenants write the same bytes.
 *
 * @param sha256 in hexadecimal
 * @param settings how many settings went in
 * @param isWhole whether all of them could be read
 * @param links how many links went in
 */
record TenantDigest(String sha256, int settings, boolean isWhole, int links) {

    /** Returns whether both are of equal tenants. A setting that cannot be read is not the same as any other. */
    boolean isSame(TenantDigest other) {
        return isWhole && equals(other);
    }

    static TenantDigest of(TenantRecord record, Iterator<Row<Setting>> settings, List<Link> links) {
        var digest = newDigest();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            var writer = new Writer(out);
            writer.record(record);
            var count = writer.settings(settings);
            for (var link : links) {
                writer.link(link);
            }
            return new TenantDigest(
                    HexFormat.of().formatHex(digest.digest()), count.all(), count.isWhole(), links.size());
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written anywhere", e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private record Count(int all, boolean isWhole) {}

    private record Writer(DataOutputStream out) {

        private void record(TenantRecord record) throws IOException {
            text(record.id().value());
            installation(record.installation());
            secrets(record.secrets());
            lifecycle(record.lifecycle());
            text(record.incarnation().map(Object::toString).orElse(""));
            out.writeInt(record.seeds().size());
            for (var seed : record.seeds().entrySet()) {
                text(seed.getKey().value());
                text(seed.getValue().value());
            }
        }

        private void installation(Installation installation) throws IOException {
            text(installation.appKey());
            text(installation.productType());
            text(installation.baseUrl());
            out.writeInt(installation.fields().size());
            for (var field : installation.fields().entrySet()) {
                text(field.getKey().jsonName());
                text(field.getValue());
            }
            out.writeInt(installation.unknown().size());
            for (var member : installation.unknown().entrySet()) {
                text(member.getKey());
                text(member.getValue().text());
            }
        }

        private void secrets(Secrets secrets) throws IOException {
            secret(secrets.current());
            secret(secrets.retired());
            secret(secrets.previous().map(Secrets.Previous::secret));
            at(secrets.previous().map(Secrets.Previous::rotatedAt));
            at(secrets.previous().map(Secrets.Previous::until));
        }

        /** No secret is empty. */
        private void secret(Optional<SharedSecret> secret) throws IOException {
            text(secret.map(SharedSecret::reveal).orElse(""));
        }

        private void lifecycle(Lifecycle lifecycle) throws IOException {
            text(lifecycle.status().name());
            at(Optional.of(lifecycle.installedAt()));
            at(lifecycle.toggledAt());
            at(lifecycle.uninstalledAt());
            out.writeInt(lifecycle.forge().size());
            for (var installation : lifecycle.forge().entrySet()) {
                text(installation.getKey().value());
                text(installation.getValue().toString());
            }
            text(lifecycle.migration().map(Object::toString).orElse(""));
        }

        /** The tag of a value stands for it; no tag is empty. */
        private Count settings(Iterator<Row<Setting>> rows) throws IOException {
            int all = 0;
            boolean isWhole = true;
            while (rows.hasNext()) {
                var row = rows.next();
                text(row.name());
                text(row.content().map(setting -> setting.etag().value()).orElse(""));
                isWhole &= row.content().isPresent();
                all++;
            }
            text("");
            return new Count(all, isWhole);
        }

        private void link(Link link) throws IOException {
            text(link.alias().value());
            text(link.provenance().name());
            at(Optional.of(link.at()));
        }

        private void at(Optional<Instant> instant) throws IOException {
            text(instant.map(Instant::toString).orElse(""));
        }

        private void text(String text) throws IOException {
            out.writeInt(text.length());
            out.writeChars(text);
        }
    }
}
