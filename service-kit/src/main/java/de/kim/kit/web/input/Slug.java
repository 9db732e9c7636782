package de.kim.kit.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The code of an organisation or provider: 1 to 64 lower-case letters and digits in groups joined
 * by single hyphens, such as {@code jobcenter-stadt}. Null passes.
 */
@Documented
@Constraint(validatedBy = SlugValidator.class)
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.RECORD_COMPONENT,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface Slug {
    String message() default "{de.kim.Slug}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
