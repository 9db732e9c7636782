package de.kim.kit.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A date from {@link #from} to {@link #to}, both included. Null passes. */
@Documented
@Constraint(validatedBy = DateBetweenValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface DateBetween {
    /** The first date allowed, ISO 8601. */
    String from();

    /** The last date allowed, ISO 8601. */
    String to();

    String message() default "{de.kim.DateBetween}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
