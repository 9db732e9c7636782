package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import de.kim.kit.work.RootUnitOfWork;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What each exception means to the caller. */
final class Rejections {
    private static final Logger LOG = LoggerFactory.getLogger(Rejections.class);
    private static final String RETRY_AFTER = "Retry-After";
    private static final int DEEPEST = 20;

    /**
     * Connection lost, out of resources, shutting down, system error: appendix A of PostgreSQL's
     * manual.
     */
    private static final List<String> OUTAGES =
            List.of("08", "53", "57P", "58", "25006", "25P03", "25P04");

    private final InvalidJson json;
    private final Violations violations;

    Rejections(InvalidJson json, Violations violations) {
        this.json = json;
        this.violations = violations;
    }

    Rejection of(Throwable thrown) {
        Throwable e =
                thrown instanceof CommandExecutionException && thrown.getCause() != null
                        ? thrown.getCause()
                        : thrown;
        return switch (e) {
            case Refused refused -> Rejection.of(refused.refusal());
            case IncompleteBody incomplete ->
                    Rejection.of(WebRefusal.INVALID_INPUT, incomplete.errors());
            case HttpMessageNotReadableException unreadable -> json.rejection(unreadable);
            case MethodArgumentNotValidException invalid -> violations.of(invalid);
            case HandlerMethodValidationException invalid -> violations.of(invalid);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingServletRequestParameterException missing -> missing(missing);
            case AggregateNotFoundException none -> Rejection.of(WebRefusal.NOT_FOUND);
            case NoResourceFoundException none -> Rejection.of(WebRefusal.NOT_FOUND);
            case NoHandlerFoundException none -> Rejection.of(WebRefusal.NOT_FOUND);
            case HttpRequestMethodNotSupportedException method -> method(method);
            case HttpMediaTypeNotSupportedException type ->
                    Rejection.of(WebRefusal.UNSUPPORTED_MEDIA_TYPE);
            case HttpMediaTypeNotAcceptableException type ->
                    Rejection.of(WebRefusal.NOT_ACCEPTABLE);
            case ErrorResponse spring when spring.getStatusCode().is4xxClientError() ->
                    Rejection.of(WebRefusal.INVALID_REQUEST);
            default -> failure(e);
        };
    }

    private static Rejection failure(Throwable e) {
        if (RootUnitOfWork.isRetryable(e)) {
            return Rejection.of(WebRefusal.TRY_AGAIN, RETRY_AFTER, "1");
        }
        if (isOutage(e)) {
            LOG.warn("the database does not answer: {}", e.getClass().getSimpleName());
            return Rejection.of(WebRefusal.DATABASE_UNAVAILABLE, RETRY_AFTER, "5");
        }
        LOG.error("request failed", e);
        return Rejection.of(WebRefusal.INTERNAL_ERROR);
    }

    private static boolean isOutage(Throwable e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++, cause = cause.getCause()) {
            if (cause instanceof CannotGetJdbcConnectionException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String state) {
        return state != null && OUTAGES.stream().anyMatch(state::startsWith);
    }

    private static Rejection method(HttpRequestMethodNotSupportedException e) {
        String allowed =
                Objects.requireNonNullElse(e.getSupportedHttpMethods(), List.<HttpMethod>of())
                        .stream()
                        .map(HttpMethod::name)
                        .sorted()
                        .collect(Collectors.joining(", "));
        return Rejection.of(WebRefusal.METHOD_NOT_ALLOWED, "Allow", allowed);
    }

    /** An id in the path that cannot be one is the id of nothing. */
    private static Rejection mismatch(MethodArgumentTypeMismatchException e) {
        if (e.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Rejection.of(WebRefusal.NOT_FOUND);
        }
        Class<?> type = e.getRequiredType();
        FieldError error =
                type != null && type.isEnum()
                        ? FieldErrors.unknownValue(e.getName(), type)
                        : FieldErrors.wrongType(e.getName());
        return Rejection.of(WebRefusal.INVALID_PARAMETER, List.of(error));
    }

    private static Rejection missing(MissingServletRequestParameterException e) {
        return Rejection.of(
                WebRefusal.INVALID_PARAMETER, List.of(FieldErrors.missing(e.getParameterName())));
    }
}
