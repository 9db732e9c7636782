package de.kim.kit.web;

import de.kim.kit.refusal.Refused;
import de.kim.kit.web.input.BirthDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;

/** What is wrong with a body that is no JSON, or not the JSON asked for. */
final class InvalidJson {
    Rejection rejection(HttpMessageNotReadableException e) {
        return switch (e.getCause()) {
            case null -> Rejection.of(WebRefusal.BODY_MISSING);
            case InputCoercionException number -> field(FieldErrors.outOfRange(path(number)));
            case StreamReadException malformed -> Rejection.of(WebRefusal.MALFORMED_JSON);
            case DatabindException unfit -> databind(unfit);
            default -> Rejection.of(WebRefusal.MALFORMED_JSON);
        };
    }

    private static Rejection databind(DatabindException e) {
        Refused refused = refused(e);
        return refused == null ? field(error(e)) : Rejection.of(refused.refusal());
    }

    /** A record's constructor may know the rule. */
    private static @Nullable Refused refused(Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof Refused)) {
            cause = cause.getCause();
        }
        return (Refused) cause;
    }

    private static FieldError error(DatabindException e) {
        String path = path(e);
        return switch (e) {
            case PropertyBindingException unknown -> FieldErrors.unknown(path);
            case InvalidNullException absent -> FieldErrors.missing(path);
            case InvalidFormatException format -> format(path, format);
            case MismatchedInputException mismatch when isNull(mismatch) ->
                    FieldErrors.missing(path);
            case MismatchedInputException mismatch -> mismatch(path, mismatch);
            default ->
                    e.getCause() instanceof InputCoercionException
                            ? FieldErrors.outOfRange(path)
                            : FieldErrors.invalidValue(path);
        };
    }

    /** Null or absent where a primitive is wanted. */
    private static boolean isNull(MismatchedInputException e) {
        Class<?> type = e.getTargetType();
        JsonToken token = e.getCurrentToken();
        return type != null
                && type.isPrimitive()
                && (token == JsonToken.VALUE_NULL || token == JsonToken.END_OBJECT);
    }

    private static FieldError mismatch(String path, MismatchedInputException e) {
        return e.getTargetType() != null && e.getTargetType().isEnum()
                ? FieldErrors.unknownValue(path, e.getTargetType())
                : FieldErrors.wrongType(path);
    }

    private static FieldError format(String path, InvalidFormatException e) {
        Class<?> type = e.getTargetType();
        if (type == null) {
            return FieldErrors.wrongType(path);
        }
        if (type.isEnum()) {
            return FieldErrors.unknownValue(path, type);
        }
        if (type == LocalDate.class || type == Instant.class) {
            return FieldErrors.invalidDate(path);
        }
        if (type == BirthDate.class) {
            return FieldErrors.invalidBirthDate(path);
        }
        if (type == LocalTime.class) {
            return FieldErrors.invalidTime(path);
        }
        if (type == UUID.class) {
            return FieldErrors.invalidId(path);
        }
        return type == String.class ? FieldErrors.invalidText(path) : FieldErrors.wrongType(path);
    }

    private static Rejection field(FieldError error) {
        return Rejection.of(WebRefusal.INVALID_INPUT, List.of(error));
    }

    /**
     * Such as {@code wishes[0].providerId}; an unknown name is cut, for it is the caller's text.
     */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(cut(step.getPropertyName()));
            }
        }
        return path.isEmpty() ? "$" : path.toString();
    }

    private static String cut(String name) {
        String visible = name.replaceAll("[^\\p{L}\\p{N}_-]", "?");
        return visible.length() <= 50 ? visible : visible.substring(0, 50) + "…";
    }
}
