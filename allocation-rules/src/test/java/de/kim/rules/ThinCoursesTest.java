package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;

import de.kim.events.CourseType;
import de.kim.events.approved.Approved;
import de.kim.rules.ThinCourse.Measure;
import de.kim.rules.ThinCourse.Proposal;
import de.kim.rules.ThinCourses.Holder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Courses for too few, and what would become of whom. A general course needs five people. */
class ThinCoursesTest {
    private static final int SOON = 28;

    /** From 7 December; two hold a place. */
    private final ACourse thin = ACourse.number(1).places(10);

    private final List<Holder> holders =
            List.of(holder(APerson.number(91)), holder(APerson.number(92)));

    private static Holder holder(APerson person) {
        return new Holder(person.build(), ACourse.id(1), 1);
    }

    private static List<ThinCourse> find(RoundInput input, List<Holder> holders) {
        return ThinCourses.find(
                input, Map.of(ACourse.id(1), holders.size()), holders, SOON, course -> true);
    }

    private static APerson[] people(int from, int to, int section) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(n -> APerson.number(n).recommended(CourseType.GENERAL, section))
                .toArray(APerson[]::new);
    }

    private static Proposal first(List<ThinCourse> found, Measure measure) {
        return found.get(0).proposals().stream()
                .filter(proposal -> proposal.measure() == measure)
                .findFirst()
                .orElseThrow();
    }

    @Example
    void a_course_that_a_round_fills_or_for_which_nobody_waits_is_not_thin() {
        assertThat(find(ARound.of(people(1, 3, 1)).with(thin).build(), holders)).isEmpty();
        assertThat(find(ARound.of().with(thin).build(), holders)).isEmpty();
    }

    @Example
    void a_course_that_starts_later_is_not_looked_at_yet() {
        RoundInput input = ARound.of(people(1, 3, 2)).with(thin.begins("2027-02-01")).build();
        assertThat(find(input, holders)).isEmpty();
    }

    @Example
    void another_section_gives_those_who_wait_a_place_and_takes_it_from_those_who_hold_one() {
        ACourse first = thin.sections(ACourse.sections("2026-12-07", 1, 1));
        List<ThinCourse> found = find(ARound.of(people(1, 6, 3)).with(first).build(), holders);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).participants()).isEqualTo(2);
        assertThat(found.get(0).wouldJoin()).isZero();
        assertThat(found.get(0).waiting()).isEqualTo(6);
        assertThat(found.get(0).minimum()).isEqualTo(5);
        Proposal proposal = first(found, Measure.OTHER_SECTION);
        assertThat(proposal.section()).isEqualTo(3);
        assertThat(proposal.group()).isEqualTo(6);
        assertThat(proposal.reachesMinimum()).isTrue();
        assertThat(proposal.gain()).hasSize(6);
        assertThat(proposal.lose())
                .containsExactlyInAnyOrder(APerson.referral(91), APerson.referral(92));
    }

    @Example
    void a_merge_moves_whom_the_other_course_is_open_to_and_names_who_loses() {
        ACourse other = ACourse.number(2).sections(ACourse.sections("2026-12-14", 1, 1)).places(9);
        ACourse one = thin.sections(ACourse.sections("2026-12-07", 1, 1));
        List<Holder> mixed =
                List.of(holder(APerson.number(91)), holder(APerson.number(92).needsChildcare()));
        RoundInput input =
                ARound.of(people(1, 2, 3)).with(one.withChildcare().places(1), other).build();
        List<ThinCourse> found =
                ThinCourses.find(
                        input,
                        Map.of(ACourse.id(1), 2, ACourse.id(2), 4),
                        mixed,
                        SOON,
                        course -> course.courseId().equals(ACourse.id(1)));
        Proposal merge = first(found, Measure.MERGE);
        assertThat(merge.otherCourse()).isEqualTo(ACourse.id(2));
        assertThat(merge.group()).isEqualTo(5);
        assertThat(merge.reachesMinimum()).isTrue();
        assertThat(merge.move()).containsExactly(APerson.referral(91));
        assertThat(merge.lose()).containsExactly(APerson.referral(92));
        assertThat(merge.gain()).isEmpty();
    }

    @Example
    void a_later_start_opens_the_course_to_those_who_could_not_begin_so_early() {
        APerson[] declined =
                Stream.of(people(1, 5, 1))
                        .map(person -> person.declined(thin, 1))
                        .toArray(APerson[]::new);
        List<ThinCourse> found = find(ARound.of(declined).with(thin).build(), holders);
        Proposal shift = first(found, Measure.SHIFT);
        assertThat(shift.begins()).isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(shift.gain()).hasSize(5);
        assertThat(shift.lose()).isEmpty();
        assertThat(shift.move()).isEmpty();
        assertThat(shift.group()).isEqualTo(7);
    }

    @Example
    void who_enters_a_later_section_does_not_help_a_course_to_start() {
        APerson[] waiting =
                Stream.concat(
                                Stream.of(people(1, 6, 2)),
                                Stream.of(APerson.number(7).declined(thin, 1)))
                        .toArray(APerson[]::new);
        List<ThinCourse> found = find(ARound.of(waiting).with(thin).build(), holders);
        assertThat(found.get(0).participants()).isEqualTo(2);
        assertThat(found.get(0).wouldJoin()).isZero();
        assertThat(found.get(0).waiting()).isEqualTo(1);
    }

    @Example
    void who_holds_the_place_and_keeps_waiting_is_asked_again_too() {
        ACourse first = thin.sections(ACourse.sections("2026-12-07", 1, 1));
        List<APerson> waiting = new ArrayList<>(List.of(people(1, 5, 3)));
        waiting.add(APerson.number(8).holds(first, 1));
        RoundInput input = ARound.of(waiting.toArray(APerson[]::new)).with(first).build();
        Proposal proposal = first(find(input, List.of()), Measure.OTHER_SECTION);
        assertThat(proposal.gain()).hasSize(5);
        assertThat(proposal.lose()).containsExactly(APerson.referral(8));
    }

    @Example
    void participants_of_whom_nothing_is_known_stay() {
        APerson[] declined =
                Stream.of(people(1, 2, 1))
                        .map(person -> person.declined(thin, 1))
                        .toArray(APerson[]::new);
        RoundInput input = ARound.of(declined).with(thin).build();
        List<ThinCourse> found =
                ThinCourses.find(input, Map.of(ACourse.id(1), 4), holders, SOON, course -> true);
        assertThat(first(found, Measure.SHIFT).group()).isEqualTo(6);
    }

    @Property(tries = 40)
    void nobody_is_named_twice_and_who_gains_had_nothing(@ForAll long seed) {
        RoundInput input = RandomRound.of(seed, 40, 12);
        Set<UUID> has = new HashSet<>(ClearingRound.decide(input).byReferral().keySet());
        input.people().stream()
                .filter(person -> person.held() != null)
                .forEach(person -> has.add(person.referralId()));
        Map<UUID, Integer> nobody = new HashMap<>();
        for (ThinCourse course : ThinCourses.find(input, nobody, List.of(), 400, each -> true)) {
            for (Proposal proposal : course.proposals()) {
                List<UUID> named = new ArrayList<>(proposal.gain());
                named.addAll(proposal.lose());
                named.addAll(proposal.move());
                assertThat(named).doesNotHaveDuplicates();
                assertThat(proposal.gain()).noneMatch(has::contains);
                assertThat(proposal.lose()).allMatch(has::contains);
            }
        }
    }

    @Example
    void what_is_said_of_them_is_reviewed() {
        ThinCourse course =
                new ThinCourse(
                        ACourse.id(1),
                        "provider-1",
                        LocalDate.of(2026, 12, 7),
                        5,
                        2,
                        1,
                        6,
                        List.of());
        List<String> lines = new ArrayList<>();
        lines.add("[thin]");
        lines.add(ThinCourseSentences.german(course));
        lines.add(ThinCourseSentences.english(course));
        lines.add("");
        for (Measure measure : Measure.values()) {
            lines.add("[" + measure + "]");
            lines.add(ThinCourseSentences.german(measure));
            lines.add(ThinCourseSentences.english(measure));
            lines.add("");
        }
        Approved.check(Path.of("src/test/resources/thin-courses.txt"), String.join("\n", lines));
    }
}
