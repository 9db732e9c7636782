package de.kim.rules;

import de.kim.events.CourseTypeRule;
import de.kim.events.Section;
import de.kim.rules.ThinCourse.Measure;
import de.kim.rules.ThinCourse.Proposal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds courses that will not reach their minimum while people wait, and tries by the rule itself
 * what could be done: each proposal is a round as it would be then, compared with a round held now.
 * A group is whoever enters the first section: who enters a later one does not help a course to
 * start. Pure; nothing of it happens by itself.
 */
public final class ThinCourses {
    /** Weeks by which a start is tried to be moved. */
    private static final List<Integer> SHIFTS = List.of(2, 4);

    /** Courses with which a merge is tried: those whose start is nearest. */
    private static final int MOST_MERGES = 5;

    /** A course that starts more than so many days before or after is no substitute. */
    private static final long MERGE_DAYS = 42;

    private static final Comparator<Proposal> BEST_FIRST =
            Comparator.comparing(Proposal::reachesMinimum)
                    .thenComparing(proposal -> proposal.gain().size() - proposal.lose().size())
                    .reversed()
                    .thenComparing(Proposal::measure);

    /**
     * Somebody who holds a place or an open offer in a course.
     *
     * @param section the section of that place
     */
    public record Holder(Person person, UUID courseId, int section) {
        public Holder {
            person = asking(person);
        }
    }

    private final RoundInput input;
    private final Map<UUID, Integer> participants;
    private final List<Holder> holders;
    private final Map<UUID, Assignment> now;

    private ThinCourses(RoundInput input, Map<UUID, Integer> participants, List<Holder> holders) {
        this.input = input;
        this.participants = participants;
        this.holders = all(input, holders);
        this.now = ClearingRound.decide(input).byReferral();
    }

    /**
     * The thin courses that begin within {@code days} days after the day of the round, the next one
     * first.
     *
     * @param input a round held now
     * @param participants for each course people with a place or an open offer
     * @param holders these people, as far as they are known; who is not stays where they are
     * @param wanted which courses are looked at
     */
    public static List<ThinCourse> find(
            RoundInput input,
            Map<UUID, Integer> participants,
            List<Holder> holders,
            int days,
            Predicate<Course> wanted) {
        ThinCourses thin = new ThinCourses(input, participants, holders);
        List<ThinCourse> found = new ArrayList<>();
        for (Course course : input.courses()) {
            if (wanted.test(course) && thin.startsSoon(course, days)) {
                thin.look(course, found);
            }
        }
        found.sort(Comparator.comparing(ThinCourse::begins));
        return List.copyOf(found);
    }

    /** Those who keep waiting for a better place hold one too. */
    private static List<Holder> all(RoundInput input, List<Holder> known) {
        List<Holder> all = new ArrayList<>(known);
        Set<UUID> ids = new HashSet<>();
        known.forEach(holder -> ids.add(holder.person().referralId()));
        for (Person person : input.people()) {
            HeldPlace held = person.held();
            if (held != null && !ids.contains(person.referralId())) {
                all.add(new Holder(person, held.courseId(), held.section()));
            }
        }
        return all;
    }

    private boolean startsSoon(Course course, int days) {
        if (!course.open() || course.sections().isEmpty()) {
            return false;
        }
        LocalDate begins = begins(course);
        return begins.isAfter(input.heldOn()) && !begins.isAfter(input.heldOn().plusDays(days));
    }

    private void look(Course course, List<ThinCourse> found) {
        int minimum = minimum(course);
        int has = participants(course);
        int joins = (int) now.values().stream().filter(atStart(course)).count();
        List<Person> waiting = waiting(course);
        if (has + joins < minimum && !waiting.isEmpty()) {
            found.add(
                    new ThinCourse(
                            course.courseId(),
                            course.providerId(),
                            begins(course),
                            minimum,
                            has,
                            joins,
                            waiting.size(),
                            proposals(course, waiting)));
        }
    }

    /** Who needs this type and gets nothing now. */
    private List<Person> waiting(Course course) {
        return input.people().stream()
                .filter(person -> person.recommendedType() == course.type())
                .filter(person -> person.held() == null)
                .filter(person -> !now.containsKey(person.referralId()))
                .toList();
    }

    private List<Proposal> proposals(Course course, List<Person> waiting) {
        List<Proposal> proposals = new ArrayList<>();
        others(course).forEach(other -> proposals.add(merge(course, other)));
        SHIFTS.forEach(weeks -> proposals.add(shift(course, weeks)));
        int first = course.sections().get(0).number();
        waiting.stream()
                .map(Person::recommendedSection)
                .filter(section -> section != first)
                .distinct()
                .sorted()
                .forEach(section -> proposals.add(otherSection(course, section)));
        proposals.removeIf(proposal -> !proposal.reachesMinimum() && proposal.gain().isEmpty());
        proposals.sort(BEST_FIRST);
        return proposals;
    }

    /** Courses of the same type that start with the same section at about the same time. */
    private List<Course> others(Course course) {
        int first = course.sections().get(0).number();
        LocalDate begins = begins(course);
        return input.courses().stream()
                .filter(other -> !other.courseId().equals(course.courseId()))
                .filter(other -> other.type() == course.type() && other.open())
                .filter(other -> other.freePlaces() > 0 && !other.sections().isEmpty())
                .filter(other -> other.sections().get(0).number() == first)
                .filter(other -> begins(other).isAfter(input.heldOn()))
                .filter(other -> apart(begins, other) <= MERGE_DAYS)
                .sorted(Comparator.comparingLong(other -> apart(begins, other)))
                .limit(MOST_MERGES)
                .toList();
    }

    private static long apart(LocalDate begins, Course other) {
        return Math.abs(ChronoUnit.DAYS.between(begins, begins(other)));
    }

    private Proposal merge(Course course, Course other) {
        Course closed = changed(course, course.sections(), 0, course.version(), false);
        Trial trial = new Trial(course, List.of(closed), other);
        return trial.proposal(Measure.MERGE, other.courseId(), null, null, participants(other));
    }

    private Proposal shift(Course course, int weeks) {
        List<Section> later =
                course.sections().stream()
                        .map(
                                section ->
                                        new Section(
                                                section.number(),
                                                section.begins().plusWeeks(weeks),
                                                section.ends().plusWeeks(weeks)))
                        .toList();
        return inPlace(course, later)
                .proposal(Measure.SHIFT, null, later.get(0).begins(), null, unknown(course));
    }

    private Proposal otherSection(Course course, int first) {
        int by = first - course.sections().get(0).number();
        int last = course.sections().get(course.sections().size() - 1).number();
        List<Section> renumbered =
                course.sections().stream()
                        .filter(section -> section.number() + by <= last)
                        .map(
                                section ->
                                        new Section(
                                                section.number() + by,
                                                section.begins(),
                                                section.ends()))
                        .toList();
        List<Section> sections =
                renumbered.isEmpty()
                        ? List.of(
                                new Section(
                                        first,
                                        course.sections().get(0).begins(),
                                        course.sections().get(0).ends()))
                        : renumbered;
        return inPlace(course, sections)
                .proposal(Measure.OTHER_SECTION, null, null, first, unknown(course));
    }

    /** The course itself takes place otherwise; whoever holds a place in it asks for it again. */
    private Trial inPlace(Course course, List<Section> sections) {
        int places = course.freePlaces() + of(course).size();
        Course otherwise = changed(course, sections, places, course.version() + 1, true);
        return new Trial(course, List.of(otherwise), otherwise);
    }

    /** Without those who enter a later section, as far as that is known. */
    private int participants(Course course) {
        long later =
                of(course).stream()
                        .filter(holder -> holder.section() != course.sections().get(0).number())
                        .count();
        return Math.max(0, participants.getOrDefault(course.courseId(), 0) - (int) later);
    }

    /** Participants of whom nothing is known: they stay. */
    private int unknown(Course course) {
        return Math.max(0, participants.getOrDefault(course.courseId(), 0) - of(course).size());
    }

    private List<Holder> of(Course course) {
        return holders.stream()
                .filter(holder -> holder.courseId().equals(course.courseId()))
                .toList();
    }

    /** A round as it would be then. */
    private final class Trial {
        private final Course thin;
        private final Course target;
        private final RoundInput then;
        private final Map<UUID, Assignment> after;

        Trial(Course thin, List<Course> changes, Course target) {
            this.thin = thin;
            this.target = target;
            this.then = withHolders(replaced(changes));
            this.after = ClearingRound.decide(then).byReferral();
        }

        private List<Course> replaced(List<Course> changes) {
            Map<UUID, Course> byId = new HashMap<>();
            changes.forEach(course -> byId.put(course.courseId(), course));
            return input.courses().stream()
                    .map(course -> byId.getOrDefault(course.courseId(), course))
                    .toList();
        }

        /** Whoever holds a place comes first where the course is open to them and has room. */
        private RoundInput withHolders(List<Course> courses) {
            Set<UUID> holding = new HashSet<>();
            List<Person> people = new ArrayList<>();
            for (Holder holder : of(thin)) {
                people.add(holder.person());
                holding.add(holder.person().referralId());
            }
            input.people().stream()
                    .filter(person -> !holding.contains(person.referralId()))
                    .forEach(people::add);
            RoundInput round =
                    new RoundInput(
                            input.heldOn(),
                            input.rulebook(),
                            people,
                            courses,
                            input.admissions(),
                            input.municipalities());
            Eligibility eligibility = new Eligibility(round);
            int left = target.freePlaces();
            for (Holder holder : of(thin)) {
                Eligibility.Finding finding = eligibility.check(holder.person(), target);
                Section section = finding.section();
                if (left > 0 && section != null && finding.eligible()) {
                    left--;
                    round =
                            round.with(
                                    new Assignment(
                                            holder.person().referralId(),
                                            target.courseId(),
                                            section.number()));
                }
            }
            return round;
        }

        Proposal proposal(
                Measure measure,
                @Nullable UUID other,
                @Nullable LocalDate begins,
                @Nullable Integer section,
                int others) {
            int group = others + (int) after.values().stream().filter(atStart(target)).count();
            List<UUID> gain = new ArrayList<>();
            List<UUID> lose = new ArrayList<>();
            List<UUID> move = new ArrayList<>();
            for (Person person : then.people()) {
                UUID id = person.referralId();
                UUID before = before(id);
                Assignment place = after.get(id);
                UUID afterwards = place == null ? heldBy(person) : place.courseId();
                if (before == null && afterwards != null) {
                    gain.add(id);
                } else if (before != null && afterwards == null) {
                    lose.add(id);
                } else if (before != null && !before.equals(afterwards)) {
                    move.add(id);
                }
            }
            return new Proposal(
                    measure,
                    other,
                    begins,
                    section,
                    group,
                    group >= minimum(target),
                    gain,
                    lose,
                    move);
        }

        /** What a person has, or gets in a round held now. */
        private @Nullable UUID before(UUID id) {
            Assignment place = now.get(id);
            if (place != null) {
                return place.courseId();
            }
            for (Holder holder : of(thin)) {
                if (holder.person().referralId().equals(id)) {
                    return thin.courseId();
                }
            }
            for (Person person : input.people()) {
                if (person.referralId().equals(id)) {
                    return heldBy(person);
                }
            }
            return null;
        }

        private static @Nullable UUID heldBy(Person person) {
            HeldPlace held = person.held();
            return held == null ? null : held.courseId();
        }
    }

    private int minimum(Course course) {
        for (CourseTypeRule rule : input.rulebook().courseTypes()) {
            if (rule.type() == course.type()) {
                return rule.minGroup();
            }
        }
        return 0;
    }

    private static Predicate<Assignment> atStart(Course course) {
        int first = course.sections().get(0).number();
        return place -> place.courseId().equals(course.courseId()) && place.section() == first;
    }

    /** The person as if they held nothing. */
    private static Person asking(Person person) {
        return person.held() == null
                ? person
                : new Person(
                        person.referralId(),
                        person.pseudonym(),
                        person.entitlements(),
                        person.registeredOn(),
                        person.recommendedType(),
                        person.recommendedSection(),
                        person.ageBand(),
                        person.gender(),
                        person.childcareNeeded(),
                        person.accessibilityNeeded(),
                        person.municipality(),
                        person.available(),
                        person.wishes(),
                        person.onlyWishes(),
                        person.lostPlaceBefore(),
                        person.declined(),
                        person.expired(),
                        person.lotteryNumber(),
                        null);
    }

    private static LocalDate begins(Course course) {
        return course.sections().get(0).begins();
    }

    private static Course changed(
            Course course, List<Section> sections, int places, int version, boolean open) {
        return new Course(
                course.courseId(),
                course.providerId(),
                course.type(),
                sections,
                course.times(),
                course.venue(),
                course.childcare(),
                course.womenOnly(),
                course.online(),
                places,
                version,
                open);
    }
}
