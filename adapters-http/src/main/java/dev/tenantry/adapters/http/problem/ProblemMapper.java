package dev.tenantry.adapters.http.problem;

import dev.tenantry.domain.error.DomainException;
import dev.tenantry.domain.error.ErrorCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers whatever a resource, or Jersey on the way to one, throws. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    private final String challenge;

    /**
     * @param scheme how callers authenticate, as a 401 says
     * @param realm where they do, without quotes
     */
    public ProblemMapper(String scheme, String realm) {
        this.challenge = challenge(scheme, realm);
    }

    /** Returns the {@code WWW-Authenticate} of a 401 (RFC 9110, section 11.6.1). */
    public static String challenge(String scheme, String realm) {
        return scheme + " realm=\"" + realm + '"';
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof DomainException foreseen) {
            return answer(foreseen);
        }
        if (failure instanceof WebApplicationException refusal) {
            return answer(refusal);
        }
        if (failure instanceof HttpException malformed) {
            return render(Problems.ofStatus(malformed.getCode()), Response.status(malformed.getCode()));
        }
        var id = UUID.randomUUID();
        LOG.error("Unforeseen failure {}", id, failure);
        return render(Problems.internal(id), Response.serverError());
    }

    private Response answer(DomainException failure) {
        var problem = Problems.of(failure);
        var response = Response.status(problem.status());
        if (failure.code() == ErrorCode.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return render(problem, response);
    }

    /** Redirects and the like are no failures; headers such as {@code Allow} belong to the failure. */
    private static Response answer(WebApplicationException refusal) {
        var answer = refusal.getResponse();
        if (answer.getStatus() < 400) {
            return answer;
        }
        var plain = Problems.ofStatus(answer.getStatus());
        var problem = refusal instanceof UnsupportedMediaTypeException
                ? new Problem(plain.status(), plain.code(), String.valueOf(refusal.getMessage()))
                : plain;
        return render(problem, Response.fromResponse(answer));
    }

    private static Response render(Problem problem, Response.ResponseBuilder response) {
        if (problem.status() == 429 || problem.status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        return response.entity(problem.toJson()).type(Problem.MEDIA_TYPE).build();
    }
}
