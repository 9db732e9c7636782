package de.kim.kit.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Broken constraints of jakarta.validation, in German and English. */
final class Violations {
    private static final Comparator<FieldError> BY_FIELD =
            Comparator.comparing(FieldError::field).thenComparing(FieldError::code);

    private final MessageInterpolator sentences;

    Violations(ValidatorFactory validators) {
        sentences = validators.getMessageInterpolator();
    }

    Rejection of(MethodArgumentNotValidException e) {
        return Rejection.of(WebRefusal.INVALID_INPUT, errors(e));
    }

    Rejection of(HandlerMethodValidationException e) {
        boolean body =
                e.getParameterValidationResults().stream()
                        .anyMatch(
                                r ->
                                        r.getMethodParameter()
                                                .hasParameterAnnotation(RequestBody.class));
        List<FieldError> errors =
                e.getParameterValidationResults().stream().flatMap(this::errors).toList();
        return Rejection.of(body ? WebRefusal.INVALID_INPUT : WebRefusal.INVALID_PARAMETER, errors);
    }

    private Stream<FieldError> errors(ParameterValidationResult result) {
        if (result instanceof Errors errors) {
            return errors(errors).stream();
        }
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream().map(e -> error(name, violation(result, e)));
    }

    private static ConstraintViolation<?> violation(
            ParameterValidationResult result, MessageSourceResolvable error) {
        return result.unwrap(error, ConstraintViolation.class);
    }

    private List<FieldError> errors(Errors errors) {
        return errors.getAllErrors().stream().map(this::error).sorted(BY_FIELD).toList();
    }

    private FieldError error(ObjectError error) {
        String field =
                error instanceof org.springframework.validation.FieldError named
                        ? named.getField()
                        : "$";
        return error.contains(ConstraintViolation.class)
                ? error(field, error.unwrap(ConstraintViolation.class))
                : FieldErrors.invalidValue(field);
    }

    private FieldError error(String field, ConstraintViolation<?> violation) {
        return new FieldError(
                field,
                code(violation.getConstraintDescriptor()),
                sentence(violation, Locale.GERMAN),
                sentence(violation, Locale.ENGLISH));
    }

    private String sentence(ConstraintViolation<?> violation, Locale locale) {
        return sentences.interpolate(violation.getMessageTemplate(), new Broken(violation), locale);
    }

    /** {@code PlainText} becomes {@code PLAIN_TEXT}. */
    private static String code(ConstraintDescriptor<?> constraint) {
        String name = constraint.getAnnotation().annotationType().getSimpleName();
        return switch (name) {
            case "NotNull" -> "MISSING";
            default -> name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
        };
    }

    /** What the sentence may speak of: the rule, never the value. */
    private record Broken(ConstraintViolation<?> violation) implements MessageInterpolator.Context {
        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return violation.getConstraintDescriptor();
        }

        @Override
        public Object getValidatedValue() {
            return "";
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }
    }
}
