package de.kim.notification.read;

import de.kim.events.ClockKind;
import de.kim.notification.read.Mailbox.Tongue;
import de.kim.notification.write.StaffNews;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a mail to an office says: what happened, to which reference, and where it is looked at. No
 * personal data; the kinds in the order of their enumeration, those of a kind in the order heard.
 *
 * @param digest whether it is the mail of the day
 */
public record StaffMailText(
        Tongue tongue, List<StaffItem> items, boolean digest, StaffSettings links) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    public StaffMailText {
        items = List.copyOf(items);
    }

    public Language language() {
        return tongue.language();
    }

    public String subject() {
        String several = isGerman() ? items.size() + " Neuigkeiten" : items.size() + " news";
        if (digest) {
            return "KIM: " + (isGerman() ? "Der Tag, " : "The day, ") + several;
        }
        return "KIM: " + (items.size() == 1 ? tongue.say(items.getFirst().news()) : several);
    }

    public String plain() {
        List<String> lines = new ArrayList<>();
        lines.add(isGerman() ? "Guten Tag," : "Hello,");
        lines.add("");
        lines.add(
                isGerman()
                        ? "Das ist neu. Wer gemeint ist, sehen Sie in KIM nach der Anmeldung."
                        : "This is new. KIM shows whom it is about when you have signed in.");
        byKind().forEach((news, some) -> add(lines, news, some));
        lines.add("");
        lines.add(isGerman() ? "Zum Nachsehen:" : "Where to look:");
        new TreeSet<>(items.stream().map(this::desk).toList()).forEach(lines::add);
        lines.add("");
        lines.add(
                isGerman()
                        ? "Was Sie bekommen und wann, bestimmt Ihre Stelle selbst: /api/mailbox."
                        : "Your office decides itself what it gets and when: /api/mailbox.");
        lines.add(
                isGerman()
                        ? "Diese E-Mail kommt von einem Computer. Bitte antworten Sie nicht darauf."
                        : "This e-mail was sent by a computer. Please do not reply to it.");
        return String.join("\n", lines) + "\n";
    }

    private Map<StaffNews, List<StaffItem>> byKind() {
        Map<StaffNews, List<StaffItem>> kinds = new EnumMap<>(StaffNews.class);
        items.forEach(
                item -> kinds.computeIfAbsent(item.news(), kind -> new ArrayList<>()).add(item));
        return kinds;
    }

    private void add(List<String> lines, StaffNews news, List<StaffItem> some) {
        lines.add("");
        lines.add(tongue.say(news) + (some.size() == 1 ? "" : " (" + some.size() + ")"));
        some.forEach(item -> lines.add("  " + line(item)));
    }

    private String line(StaffItem item) {
        List<String> parts = new ArrayList<>();
        if (item.referralId() != null) {
            parts.add((isGerman() ? "Zuweisung " : "referral ") + item.referralId());
        }
        if (item.courseId() != null) {
            parts.add((isGerman() ? "Kurs " : "course ") + item.courseId());
        }
        if (item.clock() != null) {
            parts.add(say(item.clock()));
        }
        LocalDate due = item.due();
        if (due != null) {
            parts.add((isGerman() ? "letzter Tag " : "last day ") + DAY.format(due));
        }
        return parts.isEmpty() ? "-" : "- " + String.join(", ", parts);
    }

    private String say(ClockKind clock) {
        return switch (clock) {
            case SIX_WEEKS ->
                    isGerman()
                            ? "sechs Wochen bis zum Kursbeginn"
                            : "six weeks to the start of a course";
            case ENTITLEMENT_LAPSE -> isGerman() ? "Berechtigung verfällt" : "entitlement lapses";
            case OFFER_PERIOD -> isGerman() ? "Antwort auf ein Angebot" : "answer to an offer";
            case INTEREST ->
                    isGerman()
                            ? "Frage, ob noch ein Platz gewünscht ist"
                            : "question whether a place is still wanted";
            case INTEREST_LAPSE ->
                    isGerman()
                            ? "ohne Antwort keine Teilnahme an Runden"
                            : "no part in rounds without an answer";
        };
    }

    /** Where the office looks at it, signed in; it is shown there what its role may see. */
    private String desk(StaffItem item) {
        UUID referralId = item.referralId();
        UUID courseId = item.courseId();
        return switch (item.audience()) {
            case REFERRER -> links.referralUrl() + "/api/worklist";
            case PROVIDER -> links.allocationUrl() + "/api/courses/" + courseId + "/places";
            case COORDINATOR ->
                    referralId == null
                            ? links.allocationUrl() + "/api/rounds"
                            : links.allocationUrl() + "/api/waiting-list/" + referralId;
        };
    }

    private boolean isGerman() {
        return tongue == Tongue.DE;
    }
}
