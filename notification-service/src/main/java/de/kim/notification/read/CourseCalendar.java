package de.kim.notification.read;

import de.kim.events.WeeklyTime;
import de.kim.kit.calendar.ICalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;

/**
 * The first lesson of an accepted course as an iCalendar file (RFC 5545); in German, and nothing
 * about the person in it.
 */
public record CourseCalendar(OfferSheet offer, Instant now) {
    public String text() {
        ICalendar file = new ICalendar();
        file.begin("VCALENDAR");
        file.raw("VERSION", "2.0");
        file.raw("PRODID", "-//KIM//notification-service//DE");
        file.begin("VEVENT");
        file.raw("UID", offer.offerId() + "@kim");
        file.instant("DTSTAMP", now);
        when(file);
        what(file);
        file.end("VEVENT");
        file.end("VCALENDAR");
        return file.toString();
    }

    /** The hours of the first day where they are known, else the whole day. */
    private void when(ICalendar file) {
        Optional<WeeklyTime> first = firstLesson();
        if (first.isEmpty()) {
            file.day("DTSTART", offer.startsOn());
            return;
        }
        file.instant("DTSTART", at(first.get().from()));
        file.instant("DTEND", at(first.get().to()));
    }

    private void what(ICalendar file) {
        OfferSheet.Course course = offer.course();
        if (course == null) {
            file.text("SUMMARY", "Integrationskurs");
            return;
        }
        file.text("SUMMARY", course.type().germanName());
        if (course.provider() != null) {
            file.text("DESCRIPTION", course.provider());
        }
        file.text("LOCATION", course.online() ? "Online" : course.place());
    }

    private Instant at(LocalTime time) {
        LocalDate day = offer.startsOn();
        return day.atTime(time).atZone(Texts.ZONE).toInstant();
    }

    private Optional<WeeklyTime> firstLesson() {
        OfferSheet.Course course = offer.course();
        return course == null
                ? Optional.empty()
                : course.times().stream()
                        .filter(time -> time.day() == offer.startsOn().getDayOfWeek())
                        .min(Comparator.comparing(WeeklyTime::from));
    }
}
