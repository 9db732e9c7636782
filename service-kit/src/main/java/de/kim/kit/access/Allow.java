package de.kim.kit.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whose endpoint this is: one of these roles is needed. An endpoint with neither this nor {@link
 * Public} answers nobody, and a test fails. Which data the caller's body may see or change is the
 * business of the query behind it.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    /** Any of them is enough. */
    Role[] value();
}
