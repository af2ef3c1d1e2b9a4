package dev.tenantry.app.command;

import dev.tenantry.domain.model.SystemToken;
import dev.tenantry.domain.model.TenantRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The token of an installation, from where no list of processes and no shell's history shows it. */
final class ForgeToken {

    static final String VARIABLE = "TENANTRY_FORGE_TOKEN";

    /** What may stand in a header after {@code Bearer} (RFC 6750, section 2.1). */
    private static final Pattern BEARER = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private ForgeToken() {}

    /**
     * Reads it.
     *
     * @param file where it is, or {@code -} for standard input; empty for the environment, or else the one that is kept
     * @param record of the tenant
     * @throws IllegalArgumentException if there is none, or none that could be sent; the message does not quote it
     */
    static SystemToken read(Optional<String> file, TenantRecord record) throws IOException {
        var given = file.isPresent() ? Optional.of(read(file.get())) : Optional.ofNullable(System.getenv(VARIABLE));
        if (given.isEmpty()) {
            return KeptToken.of(record)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the token of the installation is missing: give --token-file or set " + VARIABLE));
        }
        var text = given.get();
        if (!BEARER.matcher(text.strip()).matches()) {
            throw new IllegalArgumentException(
                    "this is no token of Forge: it is empty, or has characters that none has");
        }
        return new SystemToken(text.strip());
    }

    private static String read(String file) throws IOException {
        var bytes = file.equals("-") ? System.in.readAllBytes() : Files.readAllBytes(Path.of(file));
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
