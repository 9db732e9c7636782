package de.kim.catalog.read;

import de.kim.events.WeeklyTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What people read in a calendar or catalogue, in German. */
final class FreePlaceWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private FreePlaceWords() {}

    static String free(FreePlace place) {
        return place.free() == 1 ? "1 freier Platz" : place.free() + " freie Plätze";
    }

    static String times(FreePlace place) {
        return place.times().stream().map(FreePlaceWords::time).collect(Collectors.joining(", "));
    }

    static String said(FreePlace place) {
        String said = "Plätze zuletzt bestätigt am " + day(place.placesSaidOn());
        return place.stale() ? said + " (älter als sieben Tage)" : said;
    }

    static String where(FreePlace place) {
        String name = place.venue().name();
        if (place.online()) {
            return "online";
        }
        return name == null ? "Gemeinde " + place.venue().municipality() : name;
    }

    /** For whom the course is and how, a phrase each. */
    static List<String> features(FreePlace place) {
        List<String> features = new ArrayList<>();
        if (place.extent() != null) {
            features.add(
                    switch (place.extent()) {
                        case FULL_TIME -> "Vollzeit";
                        case PART_TIME -> "Teilzeit";
                    });
        }
        if (place.childcare()) {
            features.add("mit Kinderbetreuung");
        }
        if (place.womenOnly()) {
            features.add("nur für Frauen");
        }
        if (place.online()) {
            features.add("online");
        } else if (place.venue().accessible()) {
            features.add("barrierefrei");
        }
        place.helpLanguages().forEach(language -> features.add("Hilfe auf " + language(language)));
        return features;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String time(WeeklyTime time) {
        String day = time.day().getDisplayName(TextStyle.SHORT_STANDALONE, Locale.GERMAN);
        return "%s %s–%s".formatted(day, time.from(), time.to());
    }

    private static String language(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.GERMAN);
    }
}
