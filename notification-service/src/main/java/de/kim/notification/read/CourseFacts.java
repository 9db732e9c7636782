package de.kim.notification.read;

import static de.kim.notification.read.Html.escaped;
import static de.kim.notification.read.Html.german;

import com.ibm.icu.text.DateFormatSymbols;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Course, when, where, childcare, what to bring: as a list of terms in HTML. */
record CourseFacts(Language language, OfferSheet offer) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    String html() {
        StringBuilder html = new StringBuilder("<dl>\n");
        facts().forEach(
                        (term, fact) ->
                                html.append("<dt>%s</dt><dd>%s</dd>\n".formatted(say(term), fact)));
        return html.append("</dl>\n").toString();
    }

    /** The facts in their order, each as HTML. */
    Map<Text, String> facts() {
        Map<Text, String> facts = new LinkedHashMap<>();
        OfferSheet.Course course = offer.course();
        if (course != null) {
            facts.put(
                    Text.OFFER_COURSE,
                    german(course.type().germanName())
                            + "<br>"
                            + escaped(texts().say(Text.OFFER_SECTION, "number", offer.section())));
            if (course.provider() != null) {
                facts.put(Text.OFFER_PROVIDER, german(course.provider()));
            }
        }
        facts.put(Text.OFFER_START, escaped(texts().say(Text.OFFER_DAY, "day", offer.startsOn())));
        if (course != null) {
            add(facts, course);
        }
        facts.put(Text.OFFER_BRING, say(Text.OFFER_THINGS));
        return facts;
    }

    private void add(Map<Text, String> facts, OfferSheet.Course course) {
        if (!course.times().isEmpty()) {
            facts.put(Text.OFFER_TIMES, times(course.times()));
        }
        facts.put(
                Text.OFFER_PLACE,
                course.online() ? say(Text.OFFER_ONLINE) : german(course.place()));
        facts.put(Text.OFFER_CHILDCARE, yesOrNo(course.childcare()));
        if (!course.online()) {
            facts.put(Text.OFFER_ACCESSIBLE, yesOrNo(course.accessible()));
        }
        if (course.womenOnly()) {
            facts.put(Text.OFFER_WOMEN, yesOrNo(true));
        }
    }

    private String yesOrNo(boolean yes) {
        return say(yes ? Text.PAGE_YES : Text.PAGE_NO);
    }

    /** Days with the same hours in one line. */
    private String times(List<WeeklyTime> times) {
        String[] names = DateFormatSymbols.getInstance(language.locale()).getWeekdays();
        Map<String, List<String>> days = new LinkedHashMap<>();
        for (WeeklyTime time : times) {
            days.computeIfAbsent(
                            CLOCK.format(time.from()) + "–" + CLOCK.format(time.to()),
                            hours -> new ArrayList<>())
                    .add(names[number(time.day())]);
        }
        List<String> lines = new ArrayList<>();
        String comma = language == Language.AR || language == Language.FA ? "، " : ", ";
        days.forEach(
                (hours, on) ->
                        lines.add(
                                escaped(String.join(comma, on))
                                        + ": <bdi dir=\"ltr\">"
                                        + hours
                                        + "</bdi>"));
        return String.join("<br>", lines);
    }

    /** ICU's week begins with 1 on Sunday. */
    private static int number(DayOfWeek day) {
        return day.getValue() % 7 + 1;
    }

    private String say(Text text) {
        return escaped(texts().say(text));
    }

    private Texts texts() {
        return Texts.in(language);
    }
}
