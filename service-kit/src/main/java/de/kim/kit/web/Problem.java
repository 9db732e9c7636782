package de.kim.kit.web;

import java.util.List;

/**
 * The answer to whatever did not work: RFC 9457, {@code application/problem+json}. Never holds a
 * Java name, a stack trace or a value that was sent.
 *
 * @param type {@code urn:kim:problem:<code>}
 * @param title what is wrong in general, in English
 * @param detail what is wrong here, in English
 * @param instance the path asked for
 * @param code stable: the refusal's name
 * @param german a sentence for people
 * @param english a sentence for people
 * @param errors which fields, when fields are what is wrong
 * @param correlationId finds the request in the logs
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String german,
        String english,
        List<FieldError> errors,
        String correlationId) {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }
}
