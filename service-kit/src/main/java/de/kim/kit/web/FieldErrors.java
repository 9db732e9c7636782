package de.kim.kit.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The sentences about single fields that no annotation says. */
final class FieldErrors {
    private FieldErrors() {}

    static FieldError missing(String field) {
        return new FieldError(field, "MISSING", "fehlt", "is missing");
    }

    static FieldError unknown(String field) {
        return new FieldError(
                field, "UNKNOWN_FIELD", "gibt es hier nicht", "is not a field of this request");
    }

    static FieldError wrongType(String field) {
        return new FieldError(
                field, "WRONG_TYPE", "hat die falsche Art von Wert", "has the wrong type of value");
    }

    static FieldError unknownValue(String field, Class<?> values) {
        String allowed =
                Arrays.stream(values.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .collect(Collectors.joining(", "));
        return new FieldError(
                field,
                "UNKNOWN_VALUE",
                "muss eines von diesen sein: " + allowed,
                "must be one of: " + allowed);
    }

    static FieldError invalidDate(String field) {
        return new FieldError(
                field,
                "INVALID_DATE",
                "muss ein Datum wie 2026-11-23 sein, das es gibt",
                "must be a date that exists, like 2026-11-23");
    }

    static FieldError invalidBirthDate(String field) {
        return new FieldError(
                field,
                "INVALID_DATE",
                "muss ein Datum wie 1990-05-17 sein; ist der Tag unbekannt, wie 00.05.1990, sonst"
                        + " 00.00.1990",
                "must be a date like 1990-05-17; where the day is unknown like 00.05.1990, else"
                        + " 00.00.1990");
    }

    static FieldError invalidTime(String field) {
        return new FieldError(
                field,
                "INVALID_TIME",
                "muss eine Zeit wie 09:30 sein",
                "must be a time like 09:30");
    }

    static FieldError invalidId(String field) {
        return new FieldError(field, "INVALID_ID", "muss eine UUID sein", "must be a UUID");
    }

    static FieldError outOfRange(String field) {
        return new FieldError(
                field, "NUMBER_OUT_OF_RANGE", "ist zu groß oder zu klein", "is too large or small");
    }

    static FieldError invalidText(String field) {
        return new FieldError(
                field,
                "INVALID_TEXT",
                "enthält Zeichen, die kein Text sind",
                "holds characters that are no text");
    }

    static FieldError invalidValue(String field) {
        return new FieldError(
                field, "INVALID_VALUE", "hat einen ungültigen Wert", "has an invalid value");
    }
}
