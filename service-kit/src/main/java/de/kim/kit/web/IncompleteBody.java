package de.kim.kit.web;

import java.util.List;

/** A body lacks fields that its record requires, or that its rules do. */
public final class IncompleteBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    IncompleteBody(List<FieldError> errors) {
        super("fields are missing", null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** All fields that are missing, by their paths. */
    public static IncompleteBody of(List<String> missing) {
        return new IncompleteBody(missing.stream().map(FieldErrors::missing).toList());
    }

    List<FieldError> errors() {
        return errors;
    }
}
