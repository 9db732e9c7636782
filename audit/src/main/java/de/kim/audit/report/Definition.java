package de.kim.audit.report;

import java.util.List;

/** What a figure means, in the words that stand beside it. */
public record Definition(String figure, String german, String english) {
    /** Goes up with every change of a figure's meaning. */
    public static final int VERSION = 2;

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
                                    + " Verteilrunde; PLACES_TAKEN heißt, dass andere davor standen.",
                            "Referrals without an end, a start or an accepted place. One can have"
                                    + " several reasons: the exclusions of the last clearing round;"
                                    + " PLACES_TAKEN means that others stood before."),
                    new Definition(
                            "sixWeeks",
                            "Zuweisungen, bei denen sechs Wochen nach der Registrierung kein Kurs"
                                    + " begonnen hatte (§ 7 IntV), und was bis zum Stand des Berichts"
                                    + " aus ihnen wurde.",
                            "Referrals whose course had not begun six weeks after registration"
                                    + " (§ 7 IntV), and what became of them by the day of the"
                                    + " report."),
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
                            "utilisation",
                            "Plätze der nicht abgesagten Kurse, die ab dem ersten Tag des Zeitraums"
                                    + " beginnen; frei = Kapazität − angenommen − angeboten. Plätze"
                                    + " sind keine Personen und werden nicht unterdrückt.",
                            "Places of the courses that begin on or after the period's first day and"
                                    + " are not cancelled; free = capacity − accepted − offered. Places"
                                    + " are not people and are not suppressed."),
                    new Definition(
                            "suppressed",
                            "Zahlen 1 und 2 werden nicht gezeigt, und in derselben Tabelle so viele"
                                    + " weitere, dass sie sich weder aus der Summe der Spalte noch aus"
                                    + " zugewiesen = begonnen + wartend errechnen lassen.",
                            "Numbers 1 and 2 are not shown, and as many others of the same table that"
                                    + " they can be computed neither from the column's total nor from"
                                    + " referred = started + waiting."));
}
