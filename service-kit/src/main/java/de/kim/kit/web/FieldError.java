package de.kim.kit.web;

/**
 * What is wrong with one field or parameter.
 *
 * @param field its path, such as {@code wishes[0].providerId}; never its value
 * @param code stable, such as {@code MISSING} or {@code UNKNOWN_VALUE}
 */
public record FieldError(String field, String code, String german, String english) {}
