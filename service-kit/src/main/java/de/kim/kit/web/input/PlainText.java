package de.kim.kit.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Text that a person wrote: not blank, at most {@link #max} characters (Unicode code points), no
 * control characters, no bidirectional overrides. Every script and emoji are allowed. Null passes:
 * whether a field is required is said by {@code @Nullable} or its absence.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {
    /** The most code points. */
    int max();

    /** Whether line ends are allowed. */
    boolean lines() default false;

    String message() default "{de.kim.PlainText}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
