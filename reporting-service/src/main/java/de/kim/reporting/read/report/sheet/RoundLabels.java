package de.kim.reporting.read.report.sheet;

import static java.util.Map.entry;

import java.util.Map;

/** What people read instead of the codes of rounds. */
final class RoundLabels {
    private static final Map<String, Words> PROPERTIES =
            Map.ofEntries(
                    entry("input", new Words("richtige Eingabe", "right input")),
                    entry(
                            "one-offer-per-person",
                            new Words("höchstens ein Angebot je Person", "one offer per person")),
                    entry("capacity", new Words("nicht mehr als Plätze da sind", "capacity")),
                    entry(
                            "fixed-places",
                            new Words("Härtefälle wie beschlossen", "hardship as approved")),
                    entry("eligibility", new Words("nur wer darf", "eligibility")),
                    entry(
                            "no-justified-envy",
                            new Words("kein berechtigter Neid", "no justified envy")),
                    entry(
                            "no-avoidable-free-place",
                            new Words("kein vermeidbar freier Platz", "no avoidable free place")),
                    entry(
                            "statutory-priority",
                            new Words("gesetzlicher Vorrang", "statutory priority")),
                    entry("cut-offs", new Words("richtige Grenzen", "right cut-offs")));

    private static final Map<String, Words> CONDITIONS =
            Map.of(
                    "DEADLINE_WOULD_BE_MISSED",
                    new Words("sonst liefe eine Frist ab", "else a deadline would be missed"),
                    "EARLIER_MISTAKE",
                    new Words(
                            "früherer Fehler der Stellen",
                            "earlier mistake of the bodies involved"),
                    "TEST_DEVIATION",
                    new Words("begründet anderer Abschnitt", "other section for a reason"),
                    "SPECIAL_HARDSHIP",
                    new Words("anderer Härtefall", "other hardship"));

    private RoundLabels() {}

    static Words property(String code) {
        return PROPERTIES.getOrDefault(code, Words.same(code));
    }

    static Words condition(String code) {
        return CONDITIONS.getOrDefault(code, Words.same(code));
    }
}
