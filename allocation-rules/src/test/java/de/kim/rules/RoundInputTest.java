package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kim.events.CourseType;
import de.kim.events.CourseTypeRule;
import de.kim.events.LegalBasis;
import de.kim.events.Rulebook;
import de.kim.events.Section;
import de.kim.events.WeeklyTime;
import de.kim.rules.InvalidRound.Code;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RoundInputTest {
    private static void refused(Code code, ThrowingCallable making) {
        assertThatExceptionOfType(InvalidRound.class)
                .isThrownBy(making)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void one_person_stands_once_in_a_round() {
        refused(
                Code.DUPLICATE_PERSON,
                () -> ARound.of(APerson.number(1), APerson.number(1)).build());
    }

    @Test
    void one_course_stands_once_in_a_round() {
        refused(
                Code.DUPLICATE_COURSE,
                () -> ARound.of().with(ACourse.number(1), ACourse.number(1)).build());
    }

    @Test
    void one_municipality_has_one_reference_point() {
        Municipality twice = new Municipality("03404000", "A", 1, 1);
        refused(
                Code.DUPLICATE_MUNICIPALITY,
                () ->
                        new RoundInput(
                                LocalDate.of(2026, 11, 23),
                                Rulebooks.FIRST,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(twice, new Municipality("03404000", "B", 2, 2))));
    }

    @Test
    void numbers_below_sense_are_refused() {
        refused(Code.NUMBER_OUT_OF_RANGE, () -> ACourse.number(1).places(-1).build());
        refused(Code.NUMBER_OUT_OF_RANGE, () -> ACourse.number(1).version(-1).build());
        refused(
                Code.NUMBER_OUT_OF_RANGE,
                () -> APerson.number(1).recommended(CourseType.GENERAL, 0).build());
    }

    @Test
    void ten_thousand_wishes_are_refused_and_as_many_as_anybody_means_are_not() {
        APerson most = APerson.number(1);
        for (int i = 0; i < Person.MOST_WISHES; i++) {
            most.wishesProvider("provider-" + i);
        }
        assertThat(most.build().wishes()).hasSize(Person.MOST_WISHES);
        refused(Code.TOO_MANY_WISHES, () -> most.wishesProvider("one more").build());
        for (int i = 0; i < 10_000; i++) {
            most.wishesProvider("provider-" + i);
        }
        refused(Code.TOO_MANY_WISHES, most::build);
    }

    @Test
    void a_wish_named_again_or_in_a_circle_counts_where_it_stands_first() {
        ACourse one = ACourse.number(1).places(2);
        ACourse two = ACourse.number(2).places(2);
        APerson circle = APerson.number(1).wishes(two).wishes(one).wishes(two).wishes(one);
        APerson plain = APerson.number(2).wishes(two).wishes(one);
        assertThat(ARound.of(circle, plain).with(one, two).decide().assignments())
                .extracting(Assignment::courseId)
                .containsExactly(ACourse.id(2), ACourse.id(2));
    }

    @Test
    void a_wish_for_a_course_that_does_not_exist_changes_nothing() {
        APerson person = APerson.number(1).wishes(ACourse.number(99));
        assertThat(ARound.of(person).with(ACourse.number(1)).decide().assignments()).hasSize(1);
    }

    @Test
    void sections_that_contradict_each_other_are_refused() {
        Section first = new Section(1, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        Section ended = new Section(2, LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1));
        Section zero = new Section(0, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        for (List<Section> wrong : List.of(List.of(first, first), List.of(ended), List.of(zero))) {
            refused(Code.CONTRADICTORY_SECTIONS, () -> ACourse.number(1).sections(wrong).build());
        }
    }

    @Test
    void times_are_whole_minutes() {
        WeeklyTime odd = new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(8, 0, 1), LocalTime.NOON);
        refused(Code.TIME_NOT_IN_MINUTES, () -> ACourse.number(1).times(odd).build());
        refused(Code.TIME_NOT_IN_MINUTES, () -> APerson.number(1).hasTime(odd).build());
    }

    @Test
    void malformed_keys_and_lottery_numbers_are_refused() {
        refused(Code.MALFORMED_MUNICIPALITY, () -> APerson.number(1).livesIn("0340400").build());
        refused(Code.MALFORMED_MUNICIPALITY, () -> APerson.number(1).livesIn("0340400x").build());
        refused(Code.MALFORMED_LOTTERY_NUMBER, () -> APerson.number(1).lottery("F").build());
    }

    @Test
    void a_held_place_must_be_of_a_course_in_the_round() {
        ACourse course = ACourse.number(1);
        refused(
                Code.HELD_PLACE_UNKNOWN,
                () -> ARound.of(APerson.number(1).holds(course, 1)).build());
        refused(
                Code.HELD_PLACE_UNKNOWN,
                () -> ARound.of(APerson.number(1).holds(course, 8)).with(course).build());
    }

    @Test
    void a_rulebook_that_contradicts_itself_is_refused() {
        CourseTypeRule rule = new CourseTypeRule(CourseType.GENERAL, 7, 25, 5, null, null, null);
        CourseTypeRule narrow = new CourseTypeRule(CourseType.GENERAL, 7, 4, 5, null, null, null);
        LocalDate day = LocalDate.of(2025, 5, 1);
        CourseTypeRule never = new CourseTypeRule(CourseType.GENERAL, 7, 25, 5, day, day, null);
        CourseTypeRule empty = new CourseTypeRule(CourseType.GENERAL, 0, 25, 5, null, null, null);
        CourseTypeRule nobody = new CourseTypeRule(CourseType.GENERAL, 7, 0, 0, null, null, null);
        for (Rulebook wrong :
                List.of(
                        new Rulebook(9, 1, List.of(rule), List.of(), 25, -1, 5, 10, 25, 42),
                        new Rulebook(9, 1, List.of(rule), List.of(), 25, 3, -1, 10, 25, 42),
                        rulebook(List.of(empty), 25),
                        rulebook(List.of(nobody), 25),
                        rulebook(List.of(rule, rule), 25),
                        rulebook(List.of(narrow), 25),
                        rulebook(List.of(never), 25),
                        rulebook(List.of(rule), -1))) {
            refused(Code.CONTRADICTORY_RULEBOOK, () -> ARound.of().under(wrong).build());
        }
    }

    private static Rulebook rulebook(List<CourseTypeRule> types, int radius) {
        return new Rulebook(9, 1, types, List.of(), radius, 3, 5, 10, 25, 42);
    }

    @Test
    void an_algorithm_that_does_not_exist_is_refused() {
        Rulebook future = new Rulebook(9, 2, List.of(), List.of(), 25, 3, 5, 10, 25, 42);
        refused(Code.UNKNOWN_ALGORITHM, () -> ARound.of().under(future).decide());
    }

    @Test
    void what_changes_the_outcome_changes_the_digest() {
        Stream<Supplier<APerson>> people =
                Stream.of(
                        () -> APerson.number(1),
                        () -> APerson.number(1).registered("2026-10-02"),
                        () -> APerson.number(1).lottery("0"),
                        () -> APerson.number(1).lostPlace(),
                        () -> APerson.number(1).onlyWishes(),
                        () -> APerson.number(1).needsChildcare(),
                        () -> APerson.number(1).wishesProvider("a"),
                        () -> APerson.number(1).wishesProvider("b"),
                        () -> APerson.number(1).wishesProvider("a").wishesProvider("b"),
                        () -> APerson.number(1).wishesProvider("b").wishesProvider("a"),
                        // an id cannot pretend to be two
                        () -> APerson.number(1).wishesProvider("a:none,b"),
                        () -> APerson.number(1).expired(ACourse.number(1)),
                        () -> APerson.number(1).declined(ACourse.number(1), 1),
                        () -> APerson.number(1).declined(ACourse.number(1), 2),
                        () -> APerson.number(1).holds(ACourse.number(1), 1),
                        () ->
                                APerson.number(1)
                                        .entitled(LegalBasis.SELF_PAYER, "2026-01-01", null));
        List<String> digests =
                people.map(p -> ARound.of(p.get()).with(ACourse.number(1)).build().digest())
                        .collect(Collectors.toList());
        digests.add(
                ARound.of(APerson.number(1)).with(ACourse.number(1).places(2)).build().digest());
        digests.add(
                ARound.of(APerson.number(1)).with(ACourse.number(1).version(2)).build().digest());
        digests.add(
                ARound.of(APerson.number(1))
                        .with(ACourse.number(1))
                        .heldOn("2026-11-24")
                        .build()
                        .digest());
        assertThat(digests).doesNotHaveDuplicates();
        assertThat(digests).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_lesson_named_twice_is_one_lesson() {
        WeeklyTime lesson =
                new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(9, 0));
        assertThat(ACourse.number(1).times(lesson, lesson).build())
                .isEqualTo(ACourse.number(1).times(lesson).build());
    }

    @Test
    void rulebook_1_knows_every_course_type_and_legal_basis() {
        assertThat(
                        Rulebooks.FIRST.courseTypes().stream()
                                .map(CourseTypeRule::type)
                                .collect(Collectors.toSet()))
                .isEqualTo(Set.of(CourseType.values()));
        assertThat(
                        Rulebooks.FIRST.legalBases().stream()
                                .map(rule -> rule.basis())
                                .collect(Collectors.toSet()))
                .isEqualTo(Set.of(LegalBasis.values()));
    }

    @Test
    void provider_ids_are_escaped_byte_by_byte() {
        assertThat(CanonicalInput.escaped("aZ09-._ ä%")).isEqualTo("aZ09-._%20%C3%A4%25");
        assertThat(new String(ARound.of().build().canonicalBytes(), StandardCharsets.UTF_8))
                .startsWith(
                        "kim-round-input 2\nheld-on 2026-11-23\nrulebook version=1 algorithm=1 ")
                .endsWith("\n");
    }
}
