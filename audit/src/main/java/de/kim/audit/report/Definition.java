package de.kim.audit.report;

import java.util.List;

/** What a figure means, in the words that stand beside it. */
public record Definition(String figure, String german, String english) {
    /** Goes up with every change of a figure's meaning. */
    public static final int VERSION = 3;

    static final List<Definition> ALL =
            List.of(
                    new Definition(
                            "funnel",
                            "Zuweisungen mit Registrierung im Zeitraum (irrtümlich angelegte nicht),"
                                    + " gezählt bei jedem Schritt, den sie bis zum Stand des Berichts"
                                    + " erreicht haben, auch wenn sie später wegfielen. Eine Person"
                                    + " mit zwei Zuweisungen zählt zweimal.",
                            "Referrals registered in the period (not those entered in error),"
                                    + " counted at every step reached by the day of the report, also"
                                    + " when they were lost later. A person with two referrals counts"
                                    + " twice."),
                    new Definition(
                            "losses",
                            "Zuweisungen, die ohne Kursbeginn endeten, nach Grund.",
                            "Referrals that ended without a start, by reason."),
                    new Definition(
                            "waiting",
                            "Zuweisungen ohne Ende, ohne Kursbeginn und ohne angenommenen Platz. Eine"
                                    + " kann mehrere Gründe haben: die Ausschlussgründe der letzten"
                                    + " Verteilrunde. „Andere standen davor“ heißt: es gab passende"
                                    + " Kurse, aber ihre Plätze gingen an andere, die vorher dran"
                                    + " waren.",
                            "Referrals without an end, a start or an accepted place. One can have"
                                    + " several reasons: the exclusions of the last clearing round. \"Others"
                                    + " stood before\" means: there were courses that fit, and their"
                                    + " places went to others whose turn came before."),
                    new Definition(
                            "sixWeeks",
                            "Zuweisungen, bei denen sechs Wochen nach der Registrierung kein Kurs"
                                    + " begonnen hatte (§ 7 IntV), und was bis zum Stand des Berichts"
                                    + " aus ihnen wurde; und was geschah: vorher gewarnt, ein anderer Kurs mit freiem Platz"
                                    + " genannt, irgendwann ein Platz angeboten.",
                            "Referrals whose course had not begun six weeks after registration"
                                    + " (§ 7 IntV), and what became of them by the day of the"
                                    + " report; and what was done: warned before, another course with a"
                                    + " free place named, a place offered at any time."),
                    new Definition(
                            "waitingTime",
                            "Wartezeit: Tage von der Registrierung bis zum tatsächlichen Kursbeginn.",
                            "Waiting time: days from registration to the actual start."),
                    new Definition(
                            "plannedWaitingTime",
                            "Geplante Wartezeit: wie die Wartezeit, aber wer einen Platz angenommen und"
                                    + " noch nicht begonnen hat, zählt mit dem geplanten Beginn.",
                            "Planned waiting time: as waiting time, but whoever accepted a place and"
                                    + " has not begun counts with the planned start."),
                    new Definition(
                            "accessTime",
                            "Zugangszeit: Tage von der Berechtigung bis zum tatsächlichen Kursbeginn.",
                            "Access time: days from the entitlement to the actual start."),
                    new Definition(
                            "referralToOffer",
                            "Tage von der Registrierung bis zum ersten Platzangebot.",
                            "Days from registration to the first offer."),
                    new Definition(
                            "offerToAcceptance",
                            "Tage vom ersten Platzangebot bis zur ersten Annahme.",
                            "Days from the first offer to the first acceptance."),
                    new Definition(
                            "acceptanceToStart",
                            "Tage von der ersten Annahme bis zum tatsächlichen Kursbeginn.",
                            "Days from the first acceptance to the actual start."),
                    new Definition(
                            "clocks",
                            "Median, Mittel und P90 nur über abgeschlossene Fälle; die geschätzten"
                                    + " Werte nach Kaplan-Meier zählen die noch Wartenden mit (bis zum"
                                    + " Tag des Berichts, Weggefallene bis zu ihrem Ende). Negative"
                                    + " Dauern zählen als 0 Tage.",
                            "Median, mean and P90 over finished cases only; the Kaplan–Meier estimates"
                                    + " count those still waiting (until the day of the report, those"
                                    + " lost until they left). Negative durations count as 0 days."),
                    new Definition(
                            "courseTypeGender",
                            "Zuweisungen nach Kursart und Geschlecht, und wie viele von ihnen"
                                    + " begonnen haben (neue Teilnehmende). Die Kursart ist die des"
                                    + " begonnenen oder gehaltenen Kurses, sonst die des"
                                    + " Einstufungstests. Eine verdeckte Zeile zeigt nichts.",
                            "Referrals by course type and gender, and how many of them began (new"
                                    + " participants). The course type is that of the course begun or"
                                    + " held, else that of the placement test. A hidden line shows"
                                    + " nothing."),
                    new Definition(
                            "equalAccess",
                            "Wie weit Frauen, Menschen mit Bedarf an Kinderbetreuung und Menschen, die"
                                    + " schreiben lernen, im Vergleich kommen: Anteil in Prozent an"
                                    + " denen, die den Schritt davor erreichten; die Anzahlen sind die"
                                    + " Nenner. Wer schreiben lernt, sagt der Einstufungstest (Kurse"
                                    + " zur Alphabetisierung, für Zweitschriftlernende und für gering"
                                    + " Literalisierte); ohne Test ist es nicht bekannt. Nach einer"
                                    + " Löschung zählt die Zuweisung als nicht bekannt.",
                            "How far women, people who need childcare and people who learn to write"
                                    + " get in comparison: share in per cent of those who got to the"
                                    + " step before; the counts are the denominators. Who learns to"
                                    + " write is what the placement test says (courses for literacy,"
                                    + " second script and low literacy); without a test it is not"
                                    + " known. After an erasure the referral counts as not known."),
                    new Definition(
                            "utilisation",
                            "Plätze der nicht abgesagten Kurse, die ab dem ersten Tag des Zeitraums"
                                    + " beginnen; frei = Kapazität − angenommen − angeboten. Plätze"
                                    + " sind keine Personen und werden nicht unterdrückt.",
                            "Places of the courses that begin on or after the period's first day and"
                                    + " are not cancelled; free = capacity − accepted − offered. Places"
                                    + " are not people and are not suppressed."),
                    new Definition(
                            "courses",
                            "Kurse mit geplantem Beginn im Zeitraum. Zu klein heißt: weniger Menschen"
                                    + " als das Regelwerk für die Kursart mindestens verlangt; bei"
                                    + " begonnenen zählen die beim Beginn Anwesenden, bei solchen, die"
                                    + " spätestens in 28 Tagen beginnen sollen, die angenommenen"
                                    + " Plätze. Gerettet: verschoben und dann mit genug Menschen"
                                    + " begonnen.",
                            "Courses planned to begin in the period. Too small means: fewer people than"
                                    + " the rulebook asks for at least for the type; of those begun the"
                                    + " people present at the beginning count, of those to begin within"
                                    + " 28 days the accepted places. Rescued: put off and then begun"
                                    + " with enough people."),
                    new Definition(
                            "providerPage",
                            "Nachweis eines Trägers für seine Zulassung. Bestätigt: Bestätigungen der"
                                    + " freien Plätze (§ 20 Abs. 5 IntV) für Kurse mit geplantem Beginn"
                                    + " im Zeitraum, rechtzeitig innerhalb von sieben Tagen nach der"
                                    + " letzten Angabe. Weitergegeben und übernommen: Menschen, die im"
                                    + " Zeitraum den Träger gewechselt haben. Gemeinsame Kurse meldet"
                                    + " niemand als solche; sie sind nicht zu zählen.",
                            "Evidence of a provider for its admission. Confirmed: confirmations of the"
                                    + " free places (§ 20(5) IntV) for courses planned to begin in the"
                                    + " period, on time within seven days of the last statement. Passed"
                                    + " on and taken over: people who changed the provider in the"
                                    + " period. Nobody reports joint courses as such; they cannot be"
                                    + " counted."),
                    new Definition(
                            "bamf",
                            "In der Ordnung der Tabellen des BAMF. Neue Teilnehmende sind hier die im"
                                    + " Zeitraum Registrierten, die bis zum Stand des Berichts begonnen"
                                    + " haben; das BAMF zählt, wer im Zeitraum begonnen hat.",
                            "In the order of the BAMF's tables. New participants are here those"
                                    + " registered in the period who had begun by the day of the"
                                    + " report; the BAMF counts who began in the period."),
                    new Definition(
                            "rounds",
                            "Verteilrunden des Zeitraums. Jede wird von einem zweiten Programm geprüft,"
                                    + " das nur die Eingabe kennt; eine, die nicht besteht, vergibt"
                                    + " keinen Platz. „Kein berechtigter Neid“ heißt: niemand bekam"
                                    + " einen Platz, den jemand lieber gehabt hätte, der davor stand.",
                            "Clearing rounds of the period. Each is verified by a second program that"
                                    + " knows the input only; one that does not pass gives no place."
                                    + " \"No justified envy\" means: nobody got a place that somebody"
                                    + " who stood before would rather have had."),
                    new Definition(
                            "overtaken",
                            "Zuweisungen des Zeitraums, die auf der Warteliste ohne Angebot waren, als"
                                    + " jemand ein erstes Angebot bekam, der sich an einem späteren Tag"
                                    + " registriert hat und dieselbe empfohlene Kursart und denselben"
                                    + " gesetzlichen Vorrang (§ 7 Abs. 4 IntV) hat. Innerhalb einer"
                                    + " Runde ist das ausgeschlossen; über mehrere Runden kann es"
                                    + " Gründe haben, etwa Zeiten, Entfernung oder eine Ablehnung.",
                            "Referrals of the period that were on the waiting list without an offer"
                                    + " when somebody got a first offer who registered on a later day"
                                    + " and has the same recommended course type and the same statutory"
                                    + " priority (§ 7(4) IntV). Within a round this is excluded; across"
                                    + " rounds it can have reasons, such as times, distance or a"
                                    + " refusal."),
                    new Definition(
                            "overrides",
                            "Im Zeitraum außer der Reihe vergebene Plätze (Härtefälle), nach Träger,"
                                    + " nach der Stelle, die zugestimmt hat, und nach der genannten"
                                    + " Bedingung; und wie viele dadurch ein anderes Ergebnis haben.",
                            "Places given out of turn in the period (hardship), by provider, by the"
                                    + " body that approved, and by the stated condition; and how many"
                                    + " have another result because of it."),
                    new Definition(
                            "suppressed",
                            "Zahlen 1 und 2 werden nicht gezeigt, und in derselben Tabelle so viele"
                                    + " weitere, dass sie sich weder aus der Summe der Spalte noch aus"
                                    + " zugewiesen = begonnen + wartend errechnen lassen. In einer"
                                    + " Tabelle nach zwei Merkmalen sind verdeckte Zeilen so gewählt,"
                                    + " dass auch beide Tabellen nach je einem nicht helfen.",
                            "Numbers 1 and 2 are not shown, and as many others of the same table that"
                                    + " they can be computed neither from the column's total nor from"
                                    + " referred = started + waiting. In a table by two attributes the"
                                    + " hidden lines are chosen so that the two tables by one of them"
                                    + " do not help either."));
}
