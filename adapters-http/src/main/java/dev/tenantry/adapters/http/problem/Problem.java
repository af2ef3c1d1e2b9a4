package dev.tenantry.adapters.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenantry.domain.model.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/**
 * One failure in the form of RFC 9457. Its type is {@code about:blank}: the stable name of the failure is the member
 * {@code code}.
 *
 * @param status the HTTP status
 * @param code what went wrong, in a word that callers may rely on
 * @param detail what went wrong, in a sentence
 * @param instance names this one occurrence in the log; empty where the log has nothing to add
 * @param violations where a value is not as the app declares it; empty for all other failures
 * @param errorResponseCode what the protocol of migrations calls it; empty for all other failures
 */
public record Problem(
        int status,
        String code,
        String detail,
        Optional<String> instance,
        List<Violation> violations,
        Optional<String> errorResponseCode) {

    /** The media type of all failures. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    Problem(int status, String code, String detail) {
        this(status, code, detail, Optional.empty(), List.of(), Optional.empty());
    }

    byte[] toJson() {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "about:blank");
        members.put("title", HttpStatus.getMessage(status));
        members.put("status", status);
        members.put("detail", detail);
        members.put("code", code);
        instance.ifPresent(id -> members.put("instance", id));
        errorResponseCode.ifPresent(error -> members.put("errorResponseCode", error));
        if (!violations.isEmpty()) {
            members.put("violations", violations.stream().map(Problem::members).toList());
        }
        return write(members);
    }

    private static Map<String, String> members(Violation violation) {
        var members = new LinkedHashMap<String, String>();
        members.put("pointer", violation.pointer());
        members.put("keyword", violation.keyword());
        members.put("message", violation.message());
        return members;
    }

    private static byte[] write(Map<String, Object> members) {
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("text and numbers always have a JSON form", e);
        }
    }
}
