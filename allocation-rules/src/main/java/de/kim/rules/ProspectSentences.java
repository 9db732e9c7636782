package de.kim.rules;

import de.kim.rules.Prospects.CourseProspect;
import de.kim.rules.Prospects.Estimate;
import de.kim.rules.Prospects.Trend;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Prospects as sentences that a counsellor can read aloud: plain language, addressed to the person,
 * in German and English. The texts are approved in prospects.txt.
 */
public final class ProspectSentences {
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ProspectSentences() {}

    /** One course, in German. */
    public static String german(CourseProspect course) {
        LocalDate on = course.lastAdmittedOn();
        String last =
                on == null
                        ? "Hier wurde zuletzt kein Platz vergeben."
                        : "Zuletzt kam am %s Stelle %d zum Zug."
                                .formatted(GERMAN.format(on), course.lastAdmittedRank());
        return "Sie stehen in diesem Kurs an Stelle %d von %d. %s %s%s"
                .formatted(
                        course.rank(),
                        course.applicants(),
                        germanFree(course.freePlaces()),
                        last,
                        germanTrend(course.trend()));
    }

    /** One course, in English. */
    public static String english(CourseProspect course) {
        LocalDate on = course.lastAdmittedOn();
        String last =
                on == null
                        ? "No place was given here of late."
                        : "The last place went to number %d, on %s."
                                .formatted(course.lastAdmittedRank(), ENGLISH.format(on));
        return "You are number %d of %d in this course. %s %s%s"
                .formatted(
                        course.rank(),
                        course.applicants(),
                        englishFree(course.freePlaces()),
                        last,
                        englishTrend(course.trend()));
    }

    /**
     * The time until an offer, in German.
     *
     * @param courses how many courses are open to the person
     */
    public static String german(int courses, @Nullable Estimate estimate) {
        if (courses == 0) {
            return "Zurzeit passt kein Kurs. Wie lange es dauert, lässt sich nicht sagen.";
        }
        if (estimate == null) {
            return "Wie lange es dauert, lässt sich noch nicht sagen: In den letzten zwölf Wochen"
                    + " wurden dafür zu wenige Plätze vergeben.";
        }
        Integer to = estimate.toWeeks();
        String from =
                estimate.fromWeeks() == 0
                        ? "Ein Angebot kann schon bald kommen"
                        : "Ein Angebot kommt wohl frühestens in "
                                + germanWeeks(estimate.fromWeeks());
        String end =
                to == null
                        ? "; ein Ende lässt sich nicht nennen."
                        : ", wohl spätestens in " + germanWeeks(to) + ".";
        return from
                + end
                + " Das ist eine Schätzung und kein Versprechen. Sie beruht auf %d Plätzen, die in %d"
                        .formatted(estimate.places(), estimate.days())
                + " Tagen vergeben wurden.";
    }

    /**
     * The time until an offer, in English.
     *
     * @param courses how many courses are open to the person
     */
    public static String english(int courses, @Nullable Estimate estimate) {
        if (courses == 0) {
            return "No course fits at present. How long it will take cannot be said.";
        }
        if (estimate == null) {
            return "How long it will take cannot be said yet: too few such places were given in the"
                    + " last twelve weeks.";
        }
        Integer to = estimate.toWeeks();
        String from =
                estimate.fromWeeks() == 0
                        ? "An offer may come soon"
                        : "An offer will probably come in %s at the earliest"
                                .formatted(englishWeeks(estimate.fromWeeks()));
        String end =
                to == null
                        ? "; no end can be named."
                        : ", probably in " + englishWeeks(to) + " at the latest.";
        return from
                + end
                + " That is an estimate and no promise. It rests on %d places that were given in %d"
                        .formatted(estimate.places(), estimate.days())
                + " days.";
    }

    /** For somebody who stands in no course's order yet, in German. */
    public static String unrankedInGerman() {
        return "Es fehlt noch eine Angabe, oder das Los wird erst in der nächsten Verteilrunde gezogen."
                + " Danach steht hier die Stelle in jedem Kurs.";
    }

    /** For somebody who stands in no course's order yet, in English. */
    public static String unrankedInEnglish() {
        return "Something is still missing, or the lot will be drawn in the next clearing round. After"
                + " that the number in each course stands here.";
    }

    private static String germanFree(int places) {
        return switch (places) {
            case 0 -> "Zurzeit ist kein Platz frei.";
            case 1 -> "Zurzeit ist 1 Platz frei.";
            default -> "Zurzeit sind %d Plätze frei.".formatted(places);
        };
    }

    private static String englishFree(int places) {
        return switch (places) {
            case 0 -> "No place is free at present.";
            case 1 -> "1 place is free at present.";
            default -> "%d places are free at present.".formatted(places);
        };
    }

    private static String germanWeeks(int weeks) {
        return weeks == 1 ? "1 Woche" : weeks + " Wochen";
    }

    private static String englishWeeks(int weeks) {
        return weeks == 1 ? "1 week" : weeks + " weeks";
    }

    private static String germanTrend(Trend trend) {
        return switch (trend) {
            case FURTHER_BACK -> " Es geht in letzter Zeit schneller voran.";
            case STEADY -> " Das war in letzter Zeit immer ähnlich.";
            case FURTHER_UP -> " Es geht in letzter Zeit langsamer voran.";
            case UNKNOWN -> "";
        };
    }

    private static String englishTrend(Trend trend) {
        return switch (trend) {
            case FURTHER_BACK -> " Things have been moving faster of late.";
            case STEADY -> " It has been much the same of late.";
            case FURTHER_UP -> " Things have been moving more slowly of late.";
            case UNKNOWN -> "";
        };
    }
}
