package dev.tenantry.adapters.http.lifecycle;

import dev.tenantry.adapters.http.json.JsonObject;
import dev.tenantry.adapters.http.json.StrictJson;
import dev.tenantry.domain.error.ErrorCode;
import dev.tenantry.domain.error.RejectedException;
import dev.tenantry.domain.model.HostField;
import dev.tenantry.domain.model.Installation;
import dev.tenantry.domain.model.JsonText;
import dev.tenantry.domain.model.SharedSecret;
import dev.tenantry.domain.model.TenantId;
import dev.tenantry.domain.port.in.CallbackFacts;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * The body of a lifecycle callback. What decides anything must be a string; all else is kept as it came, except the names
 * of people.
 *
 * @param tenant the clientKey
 * @param members all of the body
 */
public record Payload(TenantId tenant, Members members) {

    private static final String PRINCIPAL = "principal";
    private static final List<String> OWN_MEMBERS =
            List.of("clientKey", "key", "productType", "baseUrl", "sharedSecret", PRINCIPAL);

    static Payload parse(byte[] body) {
        var members = new Members(StrictJson.members(body));
        var clientKey = members.string("clientKey").orElseThrow(() -> invalid("The clientKey is missing."));
        try {
            return new Payload(new TenantId(clientKey), members);
        } catch (IllegalArgumentException noTenantCanBeCalledSo) {
            throw invalid("The " + noTenantCanBeCalledSo.getMessage() + '.');
        }
    }

    /** A body may say what it is about, and then it must have come to the right place. */
    void requireEvent(String event) {
        if (!members.string("eventType").orElse(event).equals(event)) {
            throw invalid("The eventType is not that of this route.");
        }
    }

    CallbackFacts facts() {
        var workspace = members.objectIfAny(PRINCIPAL)
                .flatMap(principal -> principal.find("uuid"))
                .flatMap(Members::textOf);
        return new CallbackFacts(tenant, text("key"), text("productType"), text("baseUrl"), workspace.orElse(""));
    }

    /** Returns the secret that is shared from now on. */
    public Optional<SharedSecret> secret() {
        return members.string("sharedSecret").filter(text -> !text.isEmpty()).map(SharedSecret::new);
    }

    /** Returns what the body says about the site. */
    public Installation installation() {
        var fields = new EnumMap<HostField, String>(HostField.class);
        for (var field : HostField.values()) {
            members.stringIfAny(field.jsonName()).ifPresent(value -> fields.put(field, value));
        }
        var unknown = members.without(OWN_MEMBERS);
        fields.keySet().forEach(field -> unknown.remove(field.jsonName()));
        principal().ifPresent(principal -> unknown.put(PRINCIPAL, principal));
        return new Installation(text("key"), text("productType"), text("baseUrl"), fields, unknown);
    }

    /** Of Bitbucket's workspace or user, what it is and which one; the rest may name a person. */
    private Optional<JsonText> principal() {
        return members.objectIfAny(PRINCIPAL).map(principal -> {
            var kept = JsonObject.EMPTY;
            for (var name : List.of("type", "uuid")) {
                var value = principal.find(name).filter(v -> Members.textOf(v).isPresent());
                kept = value.isPresent() ? kept.with(name, value.get()) : kept;
            }
            return kept.toText();
        });
    }

    private String text(String name) {
        return members.string(name).orElse("");
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(ErrorCode.INVALID_REQUEST, detail);
    }
}
