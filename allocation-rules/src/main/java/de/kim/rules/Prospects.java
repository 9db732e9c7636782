package de.kim.rules;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody who waits stands in each course open to them, and how long an offer may take. The
 * ranks are those of the rule; the time is an estimate from what rounds gave of late, with its
 * uncertainty, and is left out where too little is known. Integers only: the same input, the same
 * answer.
 *
 * @param courses the courses open to the person, in the person's own order
 * @param estimate null when too little is known
 */
public record Prospects(List<CourseProspect> courses, @Nullable Estimate estimate) {
    /** How far back rounds are looked at, in days. */
    public static final int LOOK_BACK_DAYS = 84;

    /** Fewer places than these tell nothing. */
    static final int FEWEST_PLACES = 5;

    /** Over fewer days than these nothing can be said. */
    static final int FEWEST_DAYS = 14;

    /** Fewer rounds that gave places in a course than these show no trend. */
    static final int FEWEST_ROUNDS = 3;

    public Prospects {
        courses = List.copyOf(courses);
    }

    /**
     * What a past round gave in one course.
     *
     * @param given places given, at least 1
     * @param lastAdmittedRank rank of the last one admitted
     */
    public record CutOff(UUID courseId, LocalDate heldOn, int given, int lastAdmittedRank) {}

    /** Whether of late people further back were admitted to a course, or only those further up. */
    public enum Trend {
        /** People further back than before are admitted: the wait becomes shorter. */
        FURTHER_BACK,
        STEADY,
        /** Only people further up than before are admitted: the wait becomes longer. */
        FURTHER_UP,
        /** Too few rounds gave places here. */
        UNKNOWN
    }

    /**
     * One course.
     *
     * @param rank the person's, from 1
     * @param applicants how many wait for this course
     * @param freePlaces free now
     * @param lastAdmittedRank of the last round that gave a place here; null when none did
     * @param lastAdmittedOn the day of that round
     */
    public record CourseProspect(
            UUID courseId,
            int rank,
            int applicants,
            int freePlaces,
            @Nullable Integer lastAdmittedRank,
            @Nullable LocalDate lastAdmittedOn,
            Trend trend) {}

    /**
     * Weeks until an offer: nine times of ten not earlier and not later, if places come as they
     * did.
     *
     * @param toWeeks null: no end can be named
     * @param places how many places the estimate rests on
     * @param days over how many days they were given
     */
    public record Estimate(int fromWeeks, @Nullable Integer toWeeks, int places, int days) {}

    /**
     * The prospects of one person.
     *
     * @param past of all courses of the person's course type, also of those that are over
     * @throws IllegalArgumentException when the referral is not in the round
     */
    public static Prospects of(RoundInput input, UUID referralId, List<CutOff> past) {
        int person = indexOf(input, referralId);
        RoundLists lists = new RoundLists(input);
        Map<UUID, List<CutOff>> byCourse =
                past.stream().collect(Collectors.groupingBy(CutOff::courseId));
        List<CourseProspect> courses = new ArrayList<>();
        Set<Integer> ahead = new HashSet<>();
        int fewestAhead = Integer.MAX_VALUE;
        for (int c : lists.preferences[person]) {
            int[] order = lists.order[c];
            int rank = 0;
            while (order[rank] != person) {
                ahead.add(order[rank++]);
            }
            fewestAhead = Math.min(fewestAhead, rank);
            courses.add(prospect(input.courses().get(c), rank + 1, order.length, byCourse));
        }
        return new Prospects(
                courses,
                courses.isEmpty()
                        ? null
                        : estimate(fewestAhead, ahead.size(), input.heldOn(), past));
    }

    private static CourseProspect prospect(
            Course course, int rank, int applicants, Map<UUID, List<CutOff>> byCourse) {
        List<CutOff> rounds =
                byCourse.getOrDefault(course.courseId(), List.of()).stream()
                        .sorted(Comparator.comparing(CutOff::heldOn))
                        .toList();
        Optional<CutOff> last = rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
        return new CourseProspect(
                course.courseId(),
                rank,
                applicants,
                course.freePlaces(),
                last.map(CutOff::lastAdmittedRank).orElse(null),
                last.map(CutOff::heldOn).orElse(null),
                trend(rounds));
    }

    /** The newer half of the rounds against the older one; one rank is no trend. */
    private static Trend trend(List<CutOff> rounds) {
        if (rounds.size() < FEWEST_ROUNDS) {
            return Trend.UNKNOWN;
        }
        int half = rounds.size() / 2;
        long older = sum(rounds.subList(0, half));
        long newer = sum(rounds.subList(rounds.size() - half, rounds.size()));
        if (Math.abs(newer - older) <= half) {
            return Trend.STEADY;
        }
        return newer > older ? Trend.FURTHER_BACK : Trend.FURTHER_UP;
    }

    private static long sum(List<CutOff> rounds) {
        return rounds.stream().mapToLong(CutOff::lastAdmittedRank).sum();
    }

    /**
     * Places come as they did, give or take: of a count of n that comes by chance, the true mean
     * lies between n − 2√n and n + 2√n about 95 times of 100. At best nobody but those ahead in the
     * best course is served before, at worst everybody who is ahead in any.
     */
    private static @Nullable Estimate estimate(
            int fewestAhead, int mostAhead, LocalDate today, List<CutOff> past) {
        List<CutOff> recent =
                past.stream()
                        .filter(cut -> cut.heldOn().isAfter(today.minusDays(LOOK_BACK_DAYS)))
                        .toList();
        if (recent.isEmpty()) {
            return null;
        }
        int places = recent.stream().mapToInt(CutOff::given).sum();
        LocalDate first =
                recent.stream().map(CutOff::heldOn).min(Comparator.naturalOrder()).orElseThrow();
        int days = (int) ChronoUnit.DAYS.between(first, today) + 1;
        if (places < FEWEST_PLACES || days < FEWEST_DAYS) {
            return null;
        }
        int spread = 2 * ceilingOfRoot(places);
        long soonest = (long) fewestAhead * days / (7L * (places + spread));
        Integer latest = null;
        if (places > spread) {
            long per = 7L * (places - spread);
            latest = (int) Math.min(Integer.MAX_VALUE, ((mostAhead + 1L) * days + per - 1) / per);
        }
        return new Estimate((int) soonest, latest, places, days);
    }

    private static int ceilingOfRoot(int number) {
        int root = 0;
        while ((long) root * root < number) {
            root++;
        }
        return root;
    }

    private static int indexOf(RoundInput input, UUID referralId) {
        for (int p = 0; p < input.people().size(); p++) {
            if (Objects.equals(input.people().get(p).referralId(), referralId)) {
                return p;
            }
        }
        throw new IllegalArgumentException("no such referral in the round: " + referralId);
    }
}
