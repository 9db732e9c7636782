package de.kim.rules;

import de.kim.events.CourseReason;
import de.kim.events.Exclusion;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reason as a sentence that a counsellor can read aloud: plain language, addressed to the person,
 * in German and English. The texts are approved in reasons.txt.
 */
public final class Reasons {
    private Reasons() {}

    /** How a course's order comes about, in German. */
    public static String orderInGerman() {
        return "Die Reihenfolge in einem Kurs ist so: Zuerst kommt, wer nach dem Gesetz Vorrang"
                + " hat. Dann, wer ohne eigene Schuld einen Platz verloren hat. Dann, wer"
                + " Kinderbetreuung oder einen barrierefreien Ort braucht und ihn hier findet. Dann,"
                + " wer länger wartet. Bei gleicher Wartezeit entscheidet das Los.";
    }

    /** How a course's order comes about, in English. */
    public static String orderInEnglish() {
        return "The order in a course is this: first come people whom the law puts first. Then"
                + " people who lost a place through no fault of their own. Then people who need"
                + " childcare or an accessible place and find it here. Then people who have waited"
                + " longer. When two have waited equally long, the lottery decides.";
    }

    /**
     * One reason in German: every exclusion, or the position and the cut-off.
     *
     * @param offered whether the round offers the person this very course
     */
    public static String german(CourseReason reason, boolean offered) {
        Integer rank = reason.rank();
        if (!reason.exclusions().isEmpty()) {
            return all(reason.exclusions(), Reasons::german);
        }
        if (rank == null && offered) {
            return "Wir bieten Ihnen hier einen Platz an. Das ist eine Entscheidung im Härtefall.";
        }
        if (rank == null) {
            return "Sie haben schon einen Platz, der auf Ihrer Liste mindestens so weit oben steht.";
        }
        return "Sie stehen in diesem Kurs an Stelle %d. ".formatted(rank)
                + germanCutOff(rank, reason.lastAdmittedRank(), offered);
    }

    /**
     * One reason in English: every exclusion, or the position and the cut-off.
     *
     * @param offered whether the round offers the person this very course
     */
    public static String english(CourseReason reason, boolean offered) {
        Integer rank = reason.rank();
        if (!reason.exclusions().isEmpty()) {
            return all(reason.exclusions(), Reasons::english);
        }
        if (rank == null && offered) {
            return "We offer you a place here. This is a decision in a case of hardship.";
        }
        if (rank == null) {
            return "You already have a place that stands at least as high on your list.";
        }
        return "You are number %d in this course. ".formatted(rank)
                + englishCutOff(rank, reason.lastAdmittedRank(), offered);
    }

    private static String germanCutOff(int rank, @Nullable Integer last, boolean offered) {
        if (offered) {
            return "Wir bieten Ihnen hier einen Platz an.";
        }
        if (last != null && last == 0) {
            return "Hier war kein Platz frei.";
        }
        if (last != null && rank > last) {
            return "Der letzte freie Platz ging an Stelle %d.".formatted(last);
        }
        String enough =
                last == null
                        ? "Hier sind noch Plätze frei."
                        : "Der letzte freie Platz ging an Stelle %d.".formatted(last);
        return enough
                + " Wir bieten Ihnen aber einen Platz an, der auf Ihrer Liste weiter oben steht.";
    }

    private static String englishCutOff(int rank, @Nullable Integer last, boolean offered) {
        if (offered) {
            return "We offer you a place here.";
        }
        if (last != null && last == 0) {
            return "There was no free place here.";
        }
        if (last != null && rank > last) {
            return "The last free place went to number %d.".formatted(last);
        }
        String enough =
                last == null
                        ? "There are still free places here."
                        : "The last free place went to number %d.".formatted(last);
        return enough + " But we offer you a place that stands higher on your list.";
    }

    private static String all(List<Exclusion> exclusions, Function<Exclusion, String> sentence) {
        return String.join(" ", exclusions.stream().map(sentence).toList());
    }

    /** Why a course is not open to the person, in German. */
    public static String german(Exclusion exclusion) {
        return switch (exclusion) {
            case COURSE_TYPE_MISMATCH -> "Ihr Einstufungstest empfiehlt eine andere Kursart.";
            case SECTION_MISMATCH ->
                    "In diesem Kurs gibt es keinen Abschnitt, der zu Ihrem Testergebnis passt und in"
                            + " den Sie noch einsteigen können.";
            case LEGAL_BASIS_NOT_ADMISSIBLE ->
                    "Mit Ihrer jetzigen Berechtigung können wir Ihnen in diesem Kurs keinen Platz"
                            + " geben.";
            case ENTITLEMENT_LAPSES_BEFORE_START ->
                    "Ihre Berechtigung endet, bevor der Kurs für Sie beginnt.";
            case TIME_UNAVAILABLE -> "Der Unterricht ist zu Zeiten, zu denen Sie nicht können.";
            case CHILDCARE_MISSING -> "Sie brauchen Kinderbetreuung. In diesem Kurs gibt es keine.";
            case NOT_ACCESSIBLE ->
                    "Sie brauchen einen barrierefreien Ort. Dieser Kursort ist nicht barrierefrei.";
            case TOO_FAR -> "Der Kursort ist zu weit von Ihrem Wohnort entfernt.";
            case ENTRY_CLOSED -> "Dieser Kurs nimmt niemanden mehr auf.";
            case PROVIDER_NOT_ADMITTED ->
                    "Der Träger darf diese Kursart an dem Tag, an dem Sie beginnen würden, nicht"
                            + " anbieten.";
            case AGE_OUT_OF_RANGE ->
                    "Für diesen Kurs gibt es eine Altersgrenze. Sie sind älter als erlaubt.";
            case TARGET_GROUP -> "Dieser Kurs ist nur für Frauen.";
            case DECLINED_BEFORE ->
                    "Sie haben diesen Kurs abgelehnt. Datum, Zeiten und Ort sind seitdem gleich"
                            + " geblieben.";
            case EXPIRED_BEFORE ->
                    "Sie haben auf ein Angebot für diesen Kurs nicht geantwortet. Sagen Sie uns, dass"
                            + " Sie noch einen Platz möchten, dann bieten wir ihn Ihnen wieder an.";
            case NOT_WISHED ->
                    "Sie möchten nur Kurse von Ihrer Wunschliste. Dieser Kurs steht nicht darauf.";
        };
    }

    /** Why a course is not open to the person, in English. */
    public static String english(Exclusion exclusion) {
        return switch (exclusion) {
            case COURSE_TYPE_MISMATCH -> "Your placement test recommends another type of course.";
            case SECTION_MISMATCH ->
                    "This course has no section that fits your test result and that you can still"
                            + " join.";
            case LEGAL_BASIS_NOT_ADMISSIBLE ->
                    "With the entitlement you have now, we cannot give you a place in this course.";
            case ENTITLEMENT_LAPSES_BEFORE_START ->
                    "Your entitlement ends before the course would begin for you.";
            case TIME_UNAVAILABLE -> "The lessons are at times when you are not free.";
            case CHILDCARE_MISSING -> "You need childcare. This course has none.";
            case NOT_ACCESSIBLE -> "You need an accessible place. This venue is not accessible.";
            case TOO_FAR -> "The course is too far from where you live.";
            case ENTRY_CLOSED -> "This course takes nobody any more.";
            case PROVIDER_NOT_ADMITTED ->
                    "The provider is not allowed to give this type of course on the day you would"
                            + " begin.";
            case AGE_OUT_OF_RANGE -> "This course has an age limit. You are older than allowed.";
            case TARGET_GROUP -> "This course is for women only.";
            case DECLINED_BEFORE ->
                    "You declined this course. Its date, times and place are still the same.";
            case EXPIRED_BEFORE ->
                    "You did not answer an offer for this course. Tell us that you still want a"
                            + " place, and we will offer it to you again.";
            case NOT_WISHED ->
                    "You want only courses on your list of wishes. This course is not on it.";
        };
    }
}
