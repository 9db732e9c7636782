package de.kim.kit.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint that can be asked what it would answer: with the header {@code Dry-Run: true} it does
 * everything, answers, and the unit of work is rolled back. Only for endpoints all of whose effects
 * are in the unit of work of the request; the others refuse the header, so that nobody takes a real
 * effect for a trial.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface DryRun {
    /** The header, of the request and of the answer. */
    String HEADER = "Dry-Run";
}
