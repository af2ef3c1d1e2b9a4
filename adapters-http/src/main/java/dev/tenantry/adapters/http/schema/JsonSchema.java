package dev.tenantry.adapters.http.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.tenantry.adapters.http.json.Json;
import dev.tenantry.adapters.http.json.Pointer;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.Violation;
import dev.tenantry.domain.port.out.SettingSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A schema that was read.
 *
 * @param validator checks values
 * @param members the secret ones
 */
record JsonSchema(Schema validator, SecretMembers members) implements SettingSchema {

    private static final int MOST_VIOLATIONS = 100;

    /** Rules about a secret whose words tell nothing of it but what they are. */
    private static final Set<String> HARMLESS =
            Set.of("type", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "number");

    @Override
    public Set<String> secrets() {
        return members.places().stream().map(Pointer::toString).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Violation> check(JsonText value) {
        return tree(value)
                .map(tree -> check(tree, value.text().length()))
                .orElseGet(() -> List.of(new Violation("", "json", "is not JSON as this server reads it")));
    }

    private List<Violation> check(Json value, int units) {
        var nodes = new SchemaNodes();
        var node = nodes.node(value);
        var violations = nodes.tooLarge().isEmpty() ? check(node, units) : nodes.tooLarge();
        return violations.stream()
                .map(this::discreet)
                .distinct()
                .limit(MOST_VIOLATIONS)
                .toList();
    }

    private List<Violation> check(JsonNode node, int units) {
        try {
            return PatientPattern.run(units, () -> validator.validate(node)).stream()
                    .map(JsonSchema::violation)
                    .toList();
        } catch (PatientPattern.ImpatientException tooLong) {
            return List.of(new Violation("", "pattern", "takes a pattern of the schema too long to check"));
        }
    }

    private static Violation violation(Error error) {
        var pointer = pointer(error.getInstanceLocation());
        return new Violation(pointer.toString(), error.getKeyword(), error.getMessage());
    }

    private static Pointer pointer(NodePath path) {
        return new Pointer(IntStream.range(0, path.getNameCount())
                .mapToObj(i -> String.valueOf(path.getElement(i)))
                .toList());
    }

    /** What is wrong inside of a secret may name what is in it. */
    private Violation discreet(Violation violation) {
        var place = Pointer.parse(violation.pointer());
        return members.places().stream()
                .filter(secret -> secret.equals(place) || secret.isProperPrefixOf(place))
                .findFirst()
                .map(secret -> ofSecret(secret, violation))
                .orElse(violation);
    }

    private static Violation ofSecret(Pointer secret, Violation violation) {
        boolean tellable = secret.toString().equals(violation.pointer()) && HARMLESS.contains(violation.keyword());
        return tellable ? violation : new Violation(secret.toString(), violation.keyword(), "is not as it must be");
    }

    @Override
    public JsonText conceal(JsonText stored) {
        if (members.places().isEmpty()) {
            return stored;
        }
        var value = tree(stored);
        var concealed = value.map(members::conceal).orElse(SecretMembers.CONCEALED);
        return value.filter(whole -> whole == concealed).isPresent() ? stored : concealed.toText();
    }

    @Override
    public JsonText restore(JsonText written, Optional<JsonText> stored) {
        if (members.places().isEmpty()) {
            return written;
        }
        var value = StrictJson.tree(written);
        var restored = members.restore(value, stored.flatMap(JsonSchema::tree));
        return restored == value ? written : restored.toText();
    }

    /** Returns the tree, or empty if the value was written by somebody less strict. */
    private static Optional<Json> tree(JsonText value) {
        try {
            return Optional.of(StrictJson.tree(value));
        } catch (RejectedException notAsWeReadIt) {
            return Optional.empty();
        }
    }
}
