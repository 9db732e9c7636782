package de.kim.rules;

import de.kim.events.Exclusion;
import de.kim.rules.RoundStatement.Why;

/**
 * A round's statement in sentences, in German and English: what is said of several people, so that
 * it is addressed to nobody ({@link Reasons} speaks to one). The texts are approved in
 * statement.txt.
 */
public final class StatementSentences {
    private StatementSentences() {}

    /** What came of the verification, in German. */
    public static String germanVerdict(boolean passed) {
        return passed
                ? "Die Verteilrunde wurde unabhängig nachgerechnet. Es fand sich kein Fehler."
                : "Beim Nachrechnen der Verteilrunde fand sich ein Fehler. Deshalb wurde kein Platz"
                        + " angeboten.";
    }

    /** What came of the verification, in English. */
    public static String englishVerdict(boolean passed) {
        return passed
                ? "The round was checked by an independent calculation. No error was found."
                : "The independent calculation found an error in this round. So no place was"
                        + " offered.";
    }

    /** Why people got no place, in German. */
    public static String german(Why why) {
        return switch (why) {
            case NO_BETTER_PLACE ->
                    "Sie haben einen Platz. In den Kursen, die sie lieber hätten, wurde keiner frei.";
            case NO_PLACE_LEFT ->
                    "Es gibt passende Kurse. Die freien Plätze dort gingen an Menschen, die in der"
                            + " Reihenfolge vor ihnen stehen.";
            case NO_COURSE_OPEN -> "Es gibt zurzeit keinen Kurs, der passt.";
        };
    }

    /** Why people got no place, in English. */
    public static String english(Why why) {
        return switch (why) {
            case NO_BETTER_PLACE ->
                    "They have a place. None became free in the courses they would rather have.";
            case NO_PLACE_LEFT ->
                    "There are courses that fit. The free places there went to people who stand"
                            + " before them.";
            case NO_COURSE_OPEN -> "There is no course at present that fits.";
        };
    }

    /** Of people who could have had a place that is left, in German. */
    public static String germanTookAnother() {
        return "Der Kurs passt. Sie haben einen Platz, den sie lieber wollten.";
    }

    /** Of people who could have had a place that is left, in English. */
    public static String englishTookAnother() {
        return "The course fits. They have a place that they would rather have.";
    }

    /** What stands between people and a course, in German. */
    public static String german(Exclusion exclusion) {
        return switch (exclusion) {
            case COURSE_TYPE_MISMATCH -> "Der Einstufungstest empfiehlt eine andere Kursart.";
            case SECTION_MISMATCH ->
                    "Es gibt keinen Abschnitt, der zum Testergebnis passt und in den man noch"
                            + " einsteigen kann.";
            case LEGAL_BASIS_NOT_ADMISSIBLE -> "Die jetzige Berechtigung reicht nicht aus.";
            case ENTITLEMENT_LAPSES_BEFORE_START -> "Die Berechtigung endet vor dem Beginn.";
            case TIME_UNAVAILABLE -> "Der Unterricht ist zu Zeiten, die nicht passen.";
            case CHILDCARE_MISSING -> "Es fehlt Kinderbetreuung.";
            case NOT_ACCESSIBLE -> "Der Kursort ist nicht barrierefrei.";
            case TOO_FAR -> "Der Kursort ist zu weit vom Wohnort entfernt.";
            case ENTRY_CLOSED -> "Der Kurs nimmt niemanden mehr auf.";
            case PROVIDER_NOT_ADMITTED ->
                    "Der Träger darf diese Kursart am Tag des Beginns nicht anbieten.";
            case AGE_OUT_OF_RANGE -> "Die Altersgrenze des Kurses ist überschritten.";
            case TARGET_GROUP -> "Der Kurs ist nur für Frauen.";
            case DECLINED_BEFORE -> "Der Kurs wurde schon einmal abgelehnt.";
            case EXPIRED_BEFORE -> "Auf ein Angebot für diesen Kurs kam keine Antwort.";
            case NOT_WISHED -> "Gewünscht sind nur andere Kurse.";
        };
    }

    /** What stands between people and a course, in English. */
    public static String english(Exclusion exclusion) {
        return switch (exclusion) {
            case COURSE_TYPE_MISMATCH -> "The placement test recommends another type of course.";
            case SECTION_MISMATCH ->
                    "There is no section that fits the test result and that can still be joined.";
            case LEGAL_BASIS_NOT_ADMISSIBLE -> "The present entitlement is not sufficient.";
            case ENTITLEMENT_LAPSES_BEFORE_START -> "The entitlement ends before the start.";
            case TIME_UNAVAILABLE -> "The lessons are at times that do not suit.";
            case CHILDCARE_MISSING -> "There is no childcare.";
            case NOT_ACCESSIBLE -> "The venue is not accessible.";
            case TOO_FAR -> "The venue is too far from where they live.";
            case ENTRY_CLOSED -> "The course takes nobody any more.";
            case PROVIDER_NOT_ADMITTED ->
                    "The provider may not give this type of course on the day of the start.";
            case AGE_OUT_OF_RANGE -> "They are above the age limit of the course.";
            case TARGET_GROUP -> "The course is for women only.";
            case DECLINED_BEFORE -> "The course was declined before.";
            case EXPIRED_BEFORE -> "An offer of this course was not answered.";
            case NOT_WISHED -> "Only other courses are wished for.";
        };
    }
}
