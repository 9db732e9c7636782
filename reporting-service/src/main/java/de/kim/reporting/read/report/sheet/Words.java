package de.kim.reporting.read.report.sheet;

import de.kim.audit.report.Definition;
import de.kim.audit.report.Report;

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

    /** In the words that stand in the report itself. */
    static Words defined(Report report, String figure) {
        return report.definitions().stream()
                .filter(definition -> definition.figure().equals(figure))
                .findFirst()
                .map(Words::of)
                .orElseGet(() -> notDefined(report, figure));
    }

    /** A quarter that was closed before the figure was there. */
    private static Words notDefined(Report report, String figure) {
        if (report.definitionsVersion() == Definition.VERSION) {
            throw new IllegalStateException("nobody defined " + figure);
        }
        return same("");
    }

    Words and(Words more) {
        return with(" ", more);
    }

    Words with(String between, Words more) {
        return new Words(german + between + more.german, english + between + more.english);
    }
}
