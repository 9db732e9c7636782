package de.kim.notification.read;

import de.kim.events.CourseType;
import de.kim.events.WeeklyTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Offers as a person may get them. */
final class SampleOffers {
    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final UUID ID = UUID.fromString("7d3f0c2a-0000-4000-8000-000000000001");
    private static final OfferSheet.Course COURSE =
            new OfferSheet.Course(
                    CourseType.GENERAL,
                    "Sprachschule <Ahorn> & Co. (Beispiel)",
                    List.of(
                            time(DayOfWeek.TUESDAY, 8, 12),
                            time(DayOfWeek.WEDNESDAY, 8, 12),
                            time(DayOfWeek.THURSDAY, 13, 17)),
                    "Georgsmarienhütte",
                    true,
                    false,
                    true,
                    false);

    private SampleOffers() {}

    static OfferSheet open() {
        return offer(OfferSheet.State.OPEN, null, COURSE);
    }

    static OfferSheet withoutCourse() {
        return offer(OfferSheet.State.OPEN, null, null);
    }

    static OfferSheet ended(OfferSheet.State state) {
        return offer(state, NOW.minusSeconds(3600), COURSE);
    }

    static OfferSheet before() {
        return new OfferSheet(
                ID, OfferSheet.State.OPEN, null, 1, LocalDate.of(2026, 12, 1), null, COURSE);
    }

    private static OfferSheet offer(
            OfferSheet.State state, @Nullable Instant since, OfferSheet.@Nullable Course course) {
        return new OfferSheet(
                ID,
                state,
                since,
                1,
                LocalDate.of(2026, 12, 1),
                Instant.parse("2026-11-26T11:00:00Z"),
                course);
    }

    private static WeeklyTime time(DayOfWeek day, int from, int to) {
        return new WeeklyTime(day, LocalTime.of(from, 30), LocalTime.of(to, 45));
    }
}
