package de.kim.audit.bundle;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an audit found of one property. */
public enum Verdict {
    OK("ok"),
    VIOLATED("violated"),
    /** It can neither be confirmed nor refuted from the bundle alone. */
    NOT_CHECKABLE("not-checkable");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    @JsonValue
    public String text() {
        return text;
    }
}
