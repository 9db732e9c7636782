package de.kim.rules;

import de.kim.events.CourseType;
import de.kim.events.Section;
import de.kim.events.Venue;
import de.kim.events.WeeklyTime;
import de.kim.rules.InvalidRound.Code;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A course that stands in a round, with places or without: a full course is an outcome.
 *
 * @param sections its sections, kept sorted by number
 * @param times weekly lessons, kept sorted and each once
 * @param online without a venue to travel to: distance and accessibility are not tested
 * @param freePlaces capacity in force − accepted − live offers, ≥ 0
 * @param version rises with each change of date, times or venue
 * @param open false when the course is cancelled or takes nobody any more
 * @throws InvalidRound when a number is negative or the sections contradict each other
 */
public record Course(
        UUID courseId,
        String providerId,
        CourseType type,
        List<Section> sections,
        List<WeeklyTime> times,
        Venue venue,
        boolean childcare,
        boolean womenOnly,
        boolean online,
        int freePlaces,
        int version,
        boolean open) {
    private static final Comparator<WeeklyTime> WEEK =
            Comparator.comparing(WeeklyTime::day)
                    .thenComparing(WeeklyTime::from)
                    .thenComparing(WeeklyTime::to);

    public Course {
        sections = sections.stream().sorted(Comparator.comparingInt(Section::number)).toList();
        // twice the same lesson is one lesson: it must not count twice for late entry
        times = times.stream().distinct().sorted(WEEK).toList();
        InvalidRound.require(freePlaces >= 0, Code.NUMBER_OUT_OF_RANGE, courseId);
        InvalidRound.require(version >= 0, Code.NUMBER_OUT_OF_RANGE, courseId);
        InvalidRound.require(consistent(sections), Code.CONTRADICTORY_SECTIONS, courseId);
        InvalidRound.require(inWholeMinutes(times), Code.TIME_NOT_IN_MINUTES, courseId);
    }

    /** The section with this number, if the course has it. */
    public Optional<Section> section(int number) {
        for (Section section : sections) {
            if (section.number() == number) {
                return Optional.of(section);
            }
        }
        return Optional.empty();
    }

    private static boolean consistent(List<Section> sections) {
        long numbers = sections.stream().mapToInt(Section::number).distinct().count();
        return numbers == sections.size()
                && sections.stream()
                        .allMatch(s -> s.number() >= 1 && !s.ends().isBefore(s.begins()));
    }

    static boolean inWholeMinutes(List<WeeklyTime> times) {
        return times.stream()
                .allMatch(
                        time ->
                                time.from().truncatedTo(ChronoUnit.MINUTES).equals(time.from())
                                        && time.to()
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .equals(time.to()));
    }
}
