package dev.tenantry.app.move;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.Alias;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Link;
import dev.tenantry.domain.model.Setting;
import dev.tenantry.domain.model.SettingKey;
import dev.tenantry.domain.model.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Understands the lines of an export. What is wrong with one is an {@link IllegalArgumentException} fit to show. */
final class LineReader {

    private static final int DEPTH = 8;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEPTH)
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int maxValueBytes;

    /** @param maxValueBytes the size of the largest value that is taken, in bytes of UTF-8 */
    LineReader(int maxValueBytes) {
        this.maxValueBytes = maxValueBytes;
    }

    /** Returns the length of the longest line that makes sense: three times as long as a value if all of it is escaped. */
    int maxLineBytes() {
        return Math.max(1 << 24, 3 * maxValueBytes + (1 << 20));
    }

    Entry read(String text) {
        var line = new Members(object(text));
        var type = line.text(Names.TYPE);
        var entry = switch (type) {
            case Names.TENANTRY -> header(line);
            case Names.TENANT -> new Entry.OfTenant(new RecordReader(line).read());
            case Names.LINK -> link(line);
            case Names.SETTING -> setting(line);
            case Names.END -> end(line);
            default -> throw new IllegalArgumentException("its type is not known here");
        };
        line.requireNoMore();
        return entry;
    }

    private static ObjectNode object(String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException malformed) {
            throw new IllegalArgumentException("it is not one whole JSON object without repeated names", malformed);
        }
        throw new IllegalArgumentException("it is no JSON object");
    }

    private static Entry header(Members line) {
        if (line.number(Names.VERSION) != Names.THIS_VERSION) {
            throw new IllegalArgumentException("it is of a version that is not known here");
        }
        return new Entry.Header(line.flag(Names.SECRETS));
    }

    private static Entry link(Members line) {
        return new Entry.OfLink(new Link(
                new Alias(line.text(Names.ALIAS)),
                new TenantId(line.text(Names.TENANT)),
                constant(Link.Provenance.class, line, Names.PROVENANCE),
                line.at(Names.AT)));
    }

    private Entry setting(Members line) {
        var tenant = new TenantId(line.text(Names.TENANT));
        var key = new SettingKey(line.text(Names.KEY));
        var setting = new Setting(key, json(line.text(Names.VALUE)));
        if (setting.value().utf8().length > maxValueBytes) {
            throw new IllegalArgumentException("the value of setting " + key + " of tenant " + tenant
                    + " has more than " + maxValueBytes + " bytes");
        }
        if (!setting.etag().value().equals(line.text(Names.ETAG))) {
            throw new IllegalArgumentException(
                    "the value of setting " + key + " of tenant " + tenant + " is not the one of its etag");
        }
        return new Entry.OfSetting(tenant, setting);
    }

    private static Entry end(Members line) {
        return new Entry.End(
                new Totals(line.number(Names.TENANTS), line.number(Names.LINKS), line.number(Names.SETTINGS)));
    }

    /** Returns a value that is well-formed: nobody asks again. */
    static JsonText json(String text) {
        try {
            return StrictJson.text(new JsonText(text).text().getBytes(StandardCharsets.UTF_8));
        } catch (RejectedException malformed) {
            throw new IllegalArgumentException("a value is not JSON: " + malformed.detail(), malformed);
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, Members line, String name) {
        var text = line.text(name);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Names.of(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException('"' + name + "\" is not one of those known here"));
    }
}
