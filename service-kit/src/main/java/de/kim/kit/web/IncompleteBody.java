package de.kim.kit.web;

import java.util.List;

/** A body lacks fields that its record requires. */
final class IncompleteBody extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;

    IncompleteBody(List<FieldError> errors) {
        super("fields are missing", null, false, false);
        this.errors = List.copyOf(errors);
    }

    List<FieldError> errors() {
        return errors;
    }
}
