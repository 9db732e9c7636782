package de.kim.notification.read;

import de.kim.events.WeeklyTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;

/**
 * The first lesson of an accepted course as an iCalendar file (RFC 5545); in German, and nothing
 * about the person in it.
 */
public record CourseCalendar(OfferSheet offer, Instant now) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75; // octets, RFC 5545 §3.1

    public String text() {
        StringBuilder file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//KIM//notification-service//DE");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + offer.offerId() + "@kim");
        line(file, "DTSTAMP:" + UTC.format(now));
        when(file);
        OfferSheet.Course course = offer.course();
        line(
                file,
                "SUMMARY:"
                        + escaped(
                                course == null
                                        ? "Integrationskurs"
                                        : CourseFacts.name(course.type())));
        if (course != null) {
            if (course.provider() != null) {
                line(file, "DESCRIPTION:" + escaped(course.provider()));
            }
            line(file, "LOCATION:" + (course.online() ? "Online" : escaped(course.place())));
        }
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    /** The hours of the first day where they are known, else the whole day. */
    private void when(StringBuilder file) {
        Optional<WeeklyTime> first = firstLesson();
        LocalDate day = offer.startsOn();
        if (first.isEmpty()) {
            line(file, "DTSTART;VALUE=DATE:" + day.format(DateTimeFormatter.BASIC_ISO_DATE));
            return;
        }
        line(file, "DTSTART:" + UTC.format(day.atTime(first.get().from()).atZone(Texts.ZONE)));
        line(file, "DTEND:" + UTC.format(day.atTime(first.get().to()).atZone(Texts.ZONE)));
    }

    private Optional<WeeklyTime> firstLesson() {
        OfferSheet.Course course = offer.course();
        return course == null
                ? Optional.empty()
                : course.times().stream()
                        .filter(time -> time.day() == offer.startsOn().getDayOfWeek())
                        .min(Comparator.comparing(WeeklyTime::from));
    }

    /** RFC 5545 §3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }

    /** Folded where it is too long, never inside a character. */
    private static void line(StringBuilder file, String content) {
        int octets = 0;
        for (int point : content.codePoints().toArray()) {
            String character = Character.toString(point);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += length;
        }
        file.append("\r\n");
    }
}
