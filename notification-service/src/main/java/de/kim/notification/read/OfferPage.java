package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;

import de.kim.events.DeclineReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees of an offer after the birth date: the offer and the answers to it, or what
 * became of it.
 *
 * @param token of the link
 */
public record OfferPage(Language language, String token, OfferSheet offer, Instant now) {
    private static final String BUTTON =
            """
            <form method="post" action="%s">
            <input type="hidden" name="lang" value="%s">
            <button class="%s" name="step" value="%s">%s</button>
            </form>
            """;
    private static final String DECLINE =
            """
            <details%s>
            <summary>%s</summary>
            <form method="post" action="%s">
            <input type="hidden" name="lang" value="%s">
            <fieldset%s>
            <legend>%s</legend>
            %s</fieldset>
            <button name="step" value="decline">%s</button>
            </form>
            </details>
            """;

    /** What a person did here a moment ago. */
    public enum Told {
        NOTHING,
        HELP_ASKED,
        REASON_MISSING
    }

    public String html(Told told) {
        return switch (offer.state()) {
            case OPEN -> page(Text.OFFER_TITLE, open(told));
            case ACCEPTED ->
                    page(
                            Text.ACCEPTED_TITLE,
                            paragraph(Text.ACCEPTED_TEXT)
                                    + new CourseFacts(language, offer).html()
                                    + calendar()
                                    + receipt());
            case DECLINED -> page(Text.DECLINED_TITLE, paragraph(Text.DECLINED_TEXT) + receipt());
            case ENDED -> new Notice(language).ended();
            case CANCELLED -> page(Text.CANCELLED_TITLE, paragraph(Text.CANCELLED_TEXT));
            case LOST ->
                    page(
                            Text.CANCELLED_TITLE,
                            paragraph(Text.CANCELLED_TEXT) + paragraph(Text.CANCELLED_FIRST));
        };
    }

    private String open(Told told) {
        return (told == Told.HELP_ASKED
                        ? "<p class=\"note\" role=\"status\">" + say(Text.HELP_TEXT) + "</p>\n"
                        : "")
                + clock(offer.answerBy())
                + new CourseFacts(language, offer).html()
                + "<h2>"
                + say(Text.ANSWER_TITLE)
                + "</h2>\n"
                + button("main", "accept", Text.ANSWER_ACCEPT)
                + button("", "help", Text.ANSWER_HELP)
                + decline(told == Told.REASON_MISSING);
    }

    private String clock(@Nullable Instant answerBy) {
        if (answerBy == null) {
            return "<p class=\"note\">" + say(Text.OFFER_BEGINS) + "</p>\n";
        }
        long days = Math.max(0, Duration.between(now, answerBy).toDays());
        return "<p class=\"note\">"
                + escaped(texts().say(Text.OFFER_UNTIL, "until", answerBy))
                + " "
                + escaped(texts().say(Text.OFFER_LEFT, "days", days))
                + "</p>\n";
    }

    private String button(String look, String step, Text text) {
        return BUTTON.formatted(escaped(token), language.code(), look, step, say(text));
    }

    private String decline(boolean missing) {
        String alert =
                missing
                        ? "<p class=\"bad\" id=\"problem\" role=\"alert\">%s</p>\n"
                                .formatted(say(Text.ANSWER_MISSING))
                        : "";
        StringBuilder choices = new StringBuilder(alert);
        for (DeclineReason reason : DeclineReason.values()) {
            choices.append(
                    "<label class=\"choice\"><input type=\"radio\" name=\"reason\" value=\"%s\" required> %s</label>\n"
                            .formatted(reason.name(), say(text(reason))));
        }
        return DECLINE.formatted(
                missing ? " open" : "",
                say(Text.ANSWER_DECLINE),
                escaped(token),
                language.code(),
                missing ? " aria-describedby=\"problem\"" : "",
                say(Text.ANSWER_WHY),
                choices,
                say(Text.ANSWER_SEND));
    }

    private String calendar() {
        return "<p><a class=\"button\" href=\"%s/course.ics\">%s</a></p>\n"
                .formatted(escaped(token), say(Text.ACCEPTED_CALENDAR));
    }

    /** Something to show and to quote; the number is the offer's, which names nobody. */
    private String receipt() {
        Instant at = Objects.requireNonNull(offer.stateSince(), "answered at some time");
        String number = offer.offerId().toString().substring(0, 8);
        return "<p>"
                + escaped(texts().say(Text.RECEIPT_GIVEN, "at", at))
                + "<br>"
                + escaped(texts().say(Text.RECEIPT_NUMBER, Map.of("number", number)))
                + "</p>\n";
    }

    private String paragraph(Text text) {
        return "<p>" + say(text) + "</p>\n";
    }

    private String page(Text title, String content) {
        return PageFrame.around(language, texts().say(title), content);
    }

    private String say(Text text) {
        return escaped(texts().say(text));
    }

    private Texts texts() {
        return Texts.in(language);
    }

    private static Text text(DeclineReason reason) {
        return switch (reason) {
            case TIMES_DO_NOT_SUIT -> Text.REASON_TIMES;
            case TOO_FAR -> Text.REASON_FAR;
            case CHILDCARE -> Text.REASON_CHILDCARE;
            case FOUND_WORK -> Text.REASON_WORK;
            case OTHER_COURSE -> Text.REASON_COURSE;
            case ILLNESS -> Text.REASON_ILL;
            case MOVED_AWAY -> Text.REASON_MOVED;
            case OTHER -> Text.REASON_OTHER;
        };
    }
}
