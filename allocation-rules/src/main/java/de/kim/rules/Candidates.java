package de.kim.rules;

import de.kim.events.CourseType;
import de.kim.events.Section;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The courses that come into question for everybody with the same test result from the same
 * municipality: type, section, entry, admission and distance are tested once for all of them. What
 * else a person needs is tested person by person ({@link Eligibility#suits}).
 */
final class Candidates {
    /**
     * A course that comes into question.
     *
     * @param course index among the input's courses
     * @param section the section that would be entered
     * @param kilometres kilometres begun, within the radius
     */
    record Candidate(int course, Section section, int kilometres) {}

    private record Level(CourseType type, int section) {}

    private record Home(Level level, String municipality) {}

    private record Opening(int course, Section section, boolean online, int latitudeE6) {}

    private static final Comparator<Opening> FROM_THE_SOUTH =
            Comparator.comparing(Opening::online, Comparator.reverseOrder())
                    .thenComparingInt(Opening::latitudeE6);

    private static final Comparator<Candidate> PREFERRED =
            Comparator.comparing((Candidate candidate) -> candidate.section().begins())
                    .thenComparingInt(Candidate::kilometres)
                    .thenComparingInt(Candidate::course);

    private final List<Course> courses;
    private final Eligibility eligibility;
    private final int radiusKm;
    private final Map<Level, List<Opening>> openings = new HashMap<>();
    private final Map<Home, List<Candidate>> near = new HashMap<>();

    Candidates(RoundInput input, Eligibility eligibility) {
        this.courses = input.courses();
        this.eligibility = eligibility;
        this.radiusKm = input.rulebook().radiusKm();
        for (int c = 0; c < courses.size(); c++) {
            Course course = courses.get(c);
            for (Section section : course.sections()) {
                if (eligibility.enterable(course, section)) {
                    Level level = new Level(course.type(), section.number());
                    openings.computeIfAbsent(level, l -> new ArrayList<>())
                            .add(
                                    new Opening(
                                            c,
                                            section,
                                            course.online(),
                                            course.venue().latitudeE6()));
                }
            }
        }
        openings.values().forEach(list -> list.sort(FROM_THE_SOUTH));
    }

    /** Sorted as people without wishes prefer them: little is left to sort for each of them. */
    List<Candidate> of(Person person) {
        Level level = new Level(person.recommendedType(), person.recommendedSection());
        return near.computeIfAbsent(new Home(level, person.municipality()), this::within);
    }

    private List<Candidate> within(Home home) {
        Municipality place = eligibility.municipality(home.municipality());
        List<Opening> all = openings.getOrDefault(home.level(), List.of());
        List<Candidate> found = new ArrayList<>();
        int next = 0;
        while (next < all.size() && all.get(next).online()) {
            add(found, all.get(next++), place);
        }
        if (place != null) {
            addNear(found, all.subList(next, all.size()), place);
        }
        found.sort(PREFERRED);
        return found;
    }

    /** Whatever lies too far to the north or south is not near: spares most of the roots. */
    private void addNear(List<Candidate> found, List<Opening> sorted, Municipality place) {
        long span = ((radiusKm * 1000L + 1) * 1_000_000 - 1) / Distance.METRES_PER_DEGREE;
        int next = firstFrom(sorted, place.latitudeE6() - span);
        while (next < sorted.size() && sorted.get(next).latitudeE6() <= place.latitudeE6() + span) {
            add(found, sorted.get(next++), place);
        }
    }

    private void add(List<Candidate> found, Opening opening, @Nullable Municipality place) {
        int kilometres = Eligibility.kilometres(place, courses.get(opening.course()));
        if (kilometres <= radiusKm) {
            found.add(new Candidate(opening.course(), opening.section(), kilometres));
        }
    }

    private static int firstFrom(List<Opening> sorted, long latitudeE6) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).latitudeE6() < latitudeE6) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
