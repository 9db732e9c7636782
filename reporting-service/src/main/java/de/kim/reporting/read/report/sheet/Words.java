package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Definition;

/** The same in both languages. */
public record Words(String german, String english) {
    static Words of(Definition definition) {
        return new Words(definition.german(), definition.english());
    }

    /** A name or a code, which is the same everywhere. */
    static Words same(String text) {
        return new Words(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case DE -> german;
            case EN -> english;
        };
    }

    Words and(Words more) {
        return new Words(german + " " + more.german, english + " " + more.english);
    }
}
