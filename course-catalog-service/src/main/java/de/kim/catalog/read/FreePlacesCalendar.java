package de.kim.catalog.read;

import de.kim.catalog.write.ProviderContact;
import de.kim.events.Section;
import de.kim.kit.calendar.ICalendar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Free places as a calendar (RFC 5545): an event on each day on which a course can be entered. */
final class FreePlacesCalendar {
    private static final int MICRO = 6;

    private final ICalendar calendar = new ICalendar();

    private FreePlacesCalendar() {}

    static String of(List<FreePlace> places) {
        FreePlacesCalendar written = new FreePlacesCalendar();
        written.calendar.begin("VCALENDAR");
        written.calendar.raw("VERSION", "2.0");
        written.calendar.raw("PRODID", "-//KIM//Freie Kursplaetze//DE");
        written.calendar.text("X-WR-CALNAME", "Freie Plätze in Integrationskursen");
        // RFC 7986 § 5.7: when to ask again
        written.calendar.raw("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        for (FreePlace place : places) {
            place.entries().forEach(entry -> written.entry(place, entry));
        }
        written.calendar.end("VCALENDAR");
        return written.calendar.toString();
    }

    private void entry(FreePlace place, Section entry) {
        calendar.begin("VEVENT");
        calendar.raw("UID", place.courseId() + "-" + entry.number() + "@kim");
        calendar.instant("DTSTAMP", place.changedAt());
        calendar.raw("SEQUENCE", Long.toString(place.version()));
        calendar.day("DTSTART", entry.begins());
        calendar.day("DTEND", entry.begins().plusDays(1));
        calendar.text(
                "SUMMARY",
                "%s, Abschnitt %d: %s"
                        .formatted(place.name(), entry.number(), FreePlaceWords.free(place)));
        calendar.text("DESCRIPTION", description(place));
        calendar.text("LOCATION", FreePlaceWords.where(place));
        if (!place.online()) {
            calendar.raw(
                    "GEO",
                    degrees(place.venue().latitudeE6())
                            + ";"
                            + degrees(place.venue().longitudeE6()));
        }
        ProviderContact contact = place.provider().contact();
        if (contact != null && contact.website() != null) {
            calendar.raw("URL", contact.website());
        }
        calendar.raw("CATEGORIES", place.courseType().name());
        // nobody is busy because a course begins
        calendar.raw("TRANSP", "TRANSPARENT");
        calendar.end("VEVENT");
    }

    private static String description(FreePlace place) {
        List<String> lines = new ArrayList<>();
        lines.add(place.provider().name());
        lines.add("bis " + FreePlaceWords.day(place.ends()));
        lines.add(FreePlaceWords.times(place));
        List<String> features = FreePlaceWords.features(place);
        if (!features.isEmpty()) {
            lines.add(String.join(", ", features));
        }
        ProviderContact contact = place.provider().contact();
        if (contact != null) {
            Stream.of(contact.phone(), contact.email())
                    .filter(said -> said != null)
                    .forEach(lines::add);
        }
        lines.add(FreePlaceWords.said(place));
        return String.join("\n", lines);
    }

    private static String degrees(int millionths) {
        return BigDecimal.valueOf(millionths, MICRO).toPlainString();
    }
}
