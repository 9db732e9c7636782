package de.kim.catalog.read;

import de.kim.catalog.write.CatalogRefusal;
import de.kim.events.CourseExtent;
import de.kim.events.CourseType;
import de.kim.events.Venue;
import de.kim.kit.refusal.Refused;
import de.kim.kit.web.input.Slug;
import de.kim.rules.Distance;
import de.kim.rules.Municipalities;
import de.kim.rules.Municipality;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which free places are asked for; what is left out does not limit.
 *
 * @param courseType any of these
 * @param municipality where the course is held: any of these official keys, eight digits, or the
 *     five of a district
 * @param near official key of a municipality of the network; only courses within {@code withinKm}
 *     of its centre, and online courses
 * @param withinKm kilometres begun, 25 when not said
 * @param from first day on which the course can be entered, in the next twelve months; today when
 *     not said or gone by
 * @param until last such day; three months later when not said, twelve at most
 * @param weekday lessons are on these days only
 * @param notBefore no lesson begins earlier
 * @param notAfter no lesson ends later
 * @param full also courses without a free place
 */
record FreePlacesQuery(
        @Nullable @Size(max = 20) List<CourseType> courseType,
        @Nullable @Slug String providerId,
        @Nullable @Size(max = 50) List<@Pattern(regexp = "\\d{5}|\\d{8}") String> municipality,
        @Nullable @Pattern(regexp = "\\d{8}") String near,
        @Nullable @Min(1) @Max(200) Integer withinKm,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable Boolean childcare,
        @Nullable CourseExtent extent,
        @Nullable @Size(max = 7) List<DayOfWeek> weekday,
        @Nullable LocalTime notBefore,
        @Nullable LocalTime notAfter,
        @Nullable Boolean online,
        @Nullable Boolean womenOnly,
        @Nullable Boolean accessible,
        @Nullable Boolean full) {
    /** § 20(5) IntV: at least the next three months. */
    private static final int MONTHS = 3;

    private static final int MOST_MONTHS = 12;
    private static final int DEFAULT_KM = 25;
    private static final Set<String> FILTERS =
            Arrays.stream(FreePlacesQuery.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toUnmodifiableSet());

    /** The days on which a course can be entered; both are in it. */
    record Window(LocalDate from, LocalDate until) {}

    /** Around a point. */
    record Circle(Municipality centre, int kilometres) {
        int kilometresTo(Venue venue) {
            return Distance.kilometres(
                    centre.latitudeE6(),
                    centre.longitudeE6(),
                    venue.latitudeE6(),
                    venue.longitudeE6());
        }
    }

    /** Refuses what is no filter: a misspelt one would show everything. */
    static void mustBeFilters(Set<String> parameters) {
        if (!FILTERS.containsAll(parameters)) {
            throw new Refused(CatalogRefusal.UNKNOWN_FILTER);
        }
    }

    Window window(LocalDate today) {
        LocalDate begins = from == null || from.isBefore(today) ? today : from;
        if (begins.isAfter(today.plusMonths(MOST_MONTHS))) {
            throw new Refused(CatalogRefusal.WINDOW_OUT_OF_RANGE);
        }
        LocalDate ends = until == null ? begins.plusMonths(MONTHS) : until;
        if (ends.isBefore(begins)) {
            throw new Refused(CatalogRefusal.WINDOW_REVERSED);
        }
        if (ends.isAfter(begins.plusMonths(MOST_MONTHS))) {
            throw new Refused(CatalogRefusal.WINDOW_OUT_OF_RANGE);
        }
        return new Window(begins, ends);
    }

    @Nullable Circle circle() {
        if (near == null) {
            if (withinKm != null) {
                throw new Refused(CatalogRefusal.CENTRE_MISSING);
            }
            return null;
        }
        Municipality centre =
                Municipalities.OSNABRUECK.stream()
                        .filter(it -> it.key().equals(near))
                        .findFirst()
                        .orElseThrow(() -> new Refused(CatalogRefusal.UNKNOWN_MUNICIPALITY));
        return new Circle(centre, withinKm == null ? DEFAULT_KM : withinKm);
    }

    boolean alsoFull() {
        return full != null && full;
    }
}
