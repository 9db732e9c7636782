package de.kim.allocation.read;

import de.kim.allocation.read.ClocksRunning.State;
import de.kim.events.ClockKind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a clock means, as sentences that a counsellor can read aloud; approved in clocks.txt. */
final class ClockSentences {
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMAN);
    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private ClockSentences() {}

    /**
     * In German.
     *
     * @param alternative when the other course begins, null when none was named
     */
    static String german(
            ClockKind clock, State state, LocalDate due, @Nullable LocalDate alternative) {
        String day = GERMAN.format(due);
        String sentence =
                switch (state) {
                    case RUNNING -> germanStanding(clock).formatted(day);
                    case WARNED -> germanStanding(clock).formatted(day) + " Die Zeit wird knapp.";
                    case BREACHED -> germanOver(clock).formatted(day);
                };
        return alternative == null
                ? sentence
                : sentence
                        + " Ein anderer Kurs, in dem zuletzt ein Platz frei war, beginnt am "
                        + GERMAN.format(alternative)
                        + ".";
    }

    /**
     * In English.
     *
     * @param alternative when the other course begins, null when none was named
     */
    static String english(
            ClockKind clock, State state, LocalDate due, @Nullable LocalDate alternative) {
        String day = ENGLISH.format(due);
        String sentence =
                switch (state) {
                    case RUNNING -> englishStanding(clock).formatted(day);
                    case WARNED ->
                            englishStanding(clock).formatted(day) + " Time is getting short.";
                    case BREACHED -> englishOver(clock).formatted(day);
                };
        return alternative == null
                ? sentence
                : sentence
                        + " Another course, in which a place was free of late, begins on "
                        + ENGLISH.format(alternative)
                        + ".";
    }

    private static String germanStanding(ClockKind clock) {
        return switch (clock) {
            case SIX_WEEKS ->
                    "Von der Anmeldung bis zum Kurs dürfen höchstens sechs Wochen vergehen: Der Kurs"
                            + " soll spätestens am %s beginnen.";
            case ENTITLEMENT_LAPSE ->
                    "Die Berechtigung gilt nicht unbegrenzt: Der Kurs muss spätestens am %s beginnen.";
            case OFFER_PERIOD ->
                    "Für die Antwort auf das Platzangebot ist Zeit bis zum Ende des Tages am %s.";
            case INTEREST ->
                    "Es ist gefragt, ob noch ein Platz gewünscht ist. Zeit zum Antworten ist bis zum"
                            + " %s.";
            case INTEREST_LAPSE ->
                    "Ohne ein Ja bis zum %s nimmt die Person an keiner Verteilrunde mehr teil.";
        };
    }

    private static String germanOver(ClockKind clock) {
        return switch (clock) {
            case SIX_WEEKS ->
                    "Der Kurs hätte spätestens am %s beginnen sollen, sechs Wochen nach der"
                            + " Anmeldung. Diese Frist ist vorbei.";
            case ENTITLEMENT_LAPSE ->
                    "Die Berechtigung galt für Kurse, die spätestens am %s beginnen. Diese Frist ist"
                            + " vorbei. Ob die Berechtigung weiter gilt, sagt die Behörde.";
            case OFFER_PERIOD ->
                    "Bis zum Ende des Tages am %s kam keine Antwort auf das Platzangebot. Der Platz"
                            + " geht an jemand anderen.";
            case INTEREST ->
                    "Bis zum %s kam keine Antwort auf die Frage, ob noch ein Platz gewünscht ist.";
            case INTEREST_LAPSE ->
                    "Bis zum %s kam keine Antwort. Darum nimmt die Person an keiner Verteilrunde mehr"
                            + " teil. Ein Ja genügt, dann ist sie mit derselben Wartezeit wieder"
                            + " dabei.";
        };
    }

    private static String englishStanding(ClockKind clock) {
        return switch (clock) {
            case SIX_WEEKS ->
                    "No more than six weeks may pass from registration to the course: it should"
                            + " begin by %s.";
            case ENTITLEMENT_LAPSE ->
                    "The entitlement does not last for ever: the course must begin by %s.";
            case OFFER_PERIOD ->
                    "There is time to answer the place offer until the end of the day on %s.";
            case INTEREST ->
                    "The person was asked whether a place is still wanted. There is time to answer"
                            + " until %s.";
            case INTEREST_LAPSE ->
                    "Without a yes by %s the person takes part in no clearing round.";
        };
    }

    private static String englishOver(ClockKind clock) {
        return switch (clock) {
            case SIX_WEEKS ->
                    "The course should have begun by %s, six weeks after registration. That time is"
                            + " over.";
            case ENTITLEMENT_LAPSE ->
                    "The entitlement was for courses that begin by %s. That time is over. The"
                            + " authority says whether the entitlement still holds.";
            case OFFER_PERIOD ->
                    "No answer to the place offer came by the end of the day on %s. The place goes"
                            + " to somebody else.";
            case INTEREST ->
                    "No answer came by %s to the question whether a place is still wanted.";
            case INTEREST_LAPSE ->
                    "No answer came by %s. So the person takes part in no clearing round. A yes is"
                            + " enough to take part again, with the same waiting time.";
        };
    }
}
