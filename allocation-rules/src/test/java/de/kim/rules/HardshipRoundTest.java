package de.kim.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.kim.events.CourseReason;
import de.kim.events.CourseType;
import de.kim.events.Exclusion;
import de.kim.events.Gender;
import de.kim.events.Verdict;
import de.kim.rules.InvalidRound.Code;
import de.kim.rules.verify.RoundVerifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A place given out of turn, and everybody whom that changes something for. */
class HardshipRoundTest {
    private final APerson first = APerson.number(1).registered("2026-01-01");
    private final APerson second = APerson.number(2).registered("2026-02-01");
    private final APerson third = APerson.number(3).registered("2026-03-01");
    private final ACourse early = ACourse.number(1);
    private final ACourse late = ACourse.number(2).begins("2027-02-01");

    private static HardshipOverride override(int person, int course) {
        return override(person, course, 1);
    }

    private static HardshipOverride override(int person, int course, int section) {
        return new HardshipOverride(
                APerson.referral(person),
                ACourse.id(course),
                section,
                "begins training on 1 March",
                "jobcenter-7",
                "coordination-2");
    }

    private static void refused(Code code, ThrowingCallable deciding) {
        assertThatExceptionOfType(InvalidRound.class)
                .isThrownBy(deciding)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Example
    void everybody_whose_result_differs_with_and_without_is_displaced_in_a_chain_too() {
        RoundInput input = ARound.of(first, second, third).with(early, late).build();
        HardshipRound round = HardshipRound.decide(input, override(3, 1));
        assertThat(round.outcome().assignments())
                .containsExactly(
                        new Assignment(APerson.referral(1), ACourse.id(2), 1),
                        new Assignment(APerson.referral(3), ACourse.id(1), 1));
        assertThat(round.displaced()).containsExactly(APerson.referral(1), APerson.referral(2));
        assertThat(round.setAside()).isEmpty();
    }

    @Example
    void an_override_for_whom_would_have_got_the_place_anyway_displaces_nobody() {
        RoundInput input = ARound.of(first, second, third).with(early, late).build();
        assertThat(HardshipRound.decide(input, override(1, 1)).displaced()).isEmpty();
    }

    @Example
    void what_the_partners_agreed_is_set_aside_by_name() {
        RoundInput input =
                ARound.of(first.gender(Gender.DIVERSE).needsChildcare())
                        .with(early.womenOnly())
                        .build();
        assertThat(HardshipRound.decide(input, override(1, 1)).setAside())
                .containsExactlyInAnyOrder(Exclusion.TARGET_GROUP, Exclusion.CHILDCARE_MISSING);
    }

    @Example
    void another_section_than_the_test_recommends_is_a_deviation_by_name() {
        RoundInput input = ARound.of(first).with(early).build();
        assertThat(HardshipRound.decide(input, override(1, 1, 2)).setAside())
                .containsExactly(Exclusion.SECTION_MISMATCH);
    }

    @Example
    void what_the_law_requires_cannot_be_set_aside() {
        refused(
                Code.OVERRIDE_AGAINST_LAW,
                () ->
                        HardshipRound.decide(
                                ARound.of(first.withoutEntitlement()).with(early).build(),
                                override(1, 1)));
        refused(
                Code.OVERRIDE_AGAINST_LAW,
                () ->
                        HardshipRound.decide(
                                ARound.of(second).with(ACourse.number(3).closed()).build(),
                                override(2, 3)));
        refused(
                Code.OVERRIDE_AGAINST_LAW,
                () ->
                        HardshipRound.decide(
                                ARound.of(second)
                                        .with(early)
                                        .admitted(
                                                "provider-1",
                                                "2020-01-01",
                                                "2026-11-30",
                                                CourseType.values())
                                        .build(),
                                override(2, 1)));
    }

    @Example
    void a_section_that_is_over_cannot_be_entered_by_override_either() {
        RoundInput input =
                ARound.of(first.recommended(CourseType.GENERAL, 2))
                        .with(early.begins("2026-10-20"))
                        .build();
        refused(Code.OVERRIDE_AGAINST_LAW, () -> HardshipRound.decide(input, override(1, 1, 1)));
    }

    @Example
    void an_override_takes_no_place_that_somebody_holds() {
        RoundInput full = ARound.of(first).with(early.places(0)).build();
        refused(Code.OVERRIDE_WITHOUT_PLACE, () -> HardshipRound.decide(full, override(1, 1)));
        RoundInput holding = ARound.of(second.holds(late, 1)).with(late).build();
        refused(Code.OVERRIDE_WITHOUT_PLACE, () -> HardshipRound.decide(holding, override(2, 2)));
    }

    @Example
    void two_overrides_in_one_round_need_a_place_each() {
        RoundInput one = ARound.of(first, second, third).with(early.places(1), late).build();
        RoundInput given = HardshipRound.decide(one, override(3, 1)).input();
        refused(Code.OVERRIDE_WITHOUT_PLACE, () -> HardshipRound.decide(given, override(2, 1)));
        refused(Code.OVERRIDE_WITHOUT_PLACE, () -> HardshipRound.decide(given, override(3, 2)));
        HardshipRound both = HardshipRound.decide(given, override(2, 2));
        assertThat(both.outcome().assignments())
                .containsExactly(
                        new Assignment(APerson.referral(2), ACourse.id(2), 1),
                        new Assignment(APerson.referral(3), ACourse.id(1), 1));
        assertThat(both.displaced()).containsExactly(APerson.referral(1));
    }

    @Example
    void the_verifier_knows_the_fixed_place_and_finds_one_that_was_not_given() {
        RoundInput input = ARound.of(first, second, third).with(early, late).build();
        HardshipRound round = HardshipRound.decide(input, override(3, 1));
        RoundOutcome without = ClearingRound.decide(round.input().rest());
        RoundOutcome ignored =
                new RoundOutcome(
                        1, round.input().digest(), without.assignments(), without.courses());

        assertThat(RoundVerifier.verify(round.input(), round.outcome())).allMatch(Verdict::holds);
        assertThat(RoundVerifier.verify(round.input(), ignored))
                .filteredOn(verdict -> !verdict.holds())
                .extracting(Verdict::property)
                .containsExactly(RoundVerifier.FIXED_PLACES);
        assertThat(RoundVerifier.verify(input, round.outcome()))
                .filteredOn(verdict -> !verdict.holds())
                .isNotEmpty();
    }

    @Example
    void a_fixed_place_changes_the_digest_and_says_itself_why() {
        RoundInput input = ARound.of(first, second, third).with(early, late).build();
        HardshipRound round = HardshipRound.decide(input, override(3, 1));
        assertThat(new String(round.input().canonicalBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        new String(input.canonicalBytes(), StandardCharsets.UTF_8)
                                + "fixed %s course=%s section=1\n"
                                        .formatted(APerson.referral(3), ACourse.id(1)));
        RoundReasons reasons = new RoundReasons(round.input(), round.outcome());
        assertThat(reasons.of(APerson.referral(3)))
                .containsExactly(new CourseReason(ACourse.id(1), List.of(), null, null));
        assertThat(reasons.of(APerson.referral(2)))
                .contains(new CourseReason(ACourse.id(1), List.of(), 2, 0));
        assertThat(reasons.statement().waiting()).isEqualTo(3);
        assertThat(reasons.statement().matched()).isEqualTo(2);
    }

    @Example
    void strangers_are_refused() {
        RoundInput input = ARound.of(first).with(early).build();
        refused(Code.OVERRIDE_UNKNOWN, () -> HardshipRound.decide(input, override(9, 1)));
        refused(Code.OVERRIDE_UNKNOWN, () -> HardshipRound.decide(input, override(1, 9)));
        refused(Code.OVERRIDE_UNKNOWN, () -> HardshipRound.decide(input, override(1, 1, 99)));
    }

    @Example
    void a_condition_and_a_second_person_are_needed() {
        UUID id = APerson.referral(1);
        refused(
                Code.OVERRIDE_NOT_JUSTIFIED,
                () -> new HardshipOverride(id, id, 1, " ", "one", "two"));
        refused(
                Code.OVERRIDE_NOT_JUSTIFIED,
                () -> new HardshipOverride(id, id, 1, "ill", "one", "one"));
        refused(
                Code.OVERRIDE_NOT_JUSTIFIED,
                () -> new HardshipOverride(id, id, 1, "ill", "one", ""));
    }

    @Property(tries = 100)
    void the_round_around_an_override_is_verified_and_the_displaced_are_exactly_those_who_differ(
            @ForAll long seed, @ForAll int who, @ForAll int where) {
        RoundInput input = RandomRound.of(seed, 40, 12);
        Person person = input.people().get(Math.floorMod(who, 40));
        Course course = input.courses().get(Math.floorMod(where, 12));
        HardshipRound round;
        try {
            round =
                    HardshipRound.decide(
                            input,
                            new HardshipOverride(
                                    person.referralId(),
                                    course.courseId(),
                                    course.sections().get(0).number(),
                                    "illness",
                                    "one",
                                    "two"));
        } catch (InvalidRound refused) {
            Assume.that(false);
            throw refused;
        }
        assertThat(RoundVerifier.verify(round.input(), round.outcome())).allMatch(Verdict::holds);
        Map<UUID, Assignment> before = ClearingRound.decide(input).byReferral();
        Map<UUID, Assignment> after = round.outcome().byReferral();
        List<UUID> differing =
                input.people().stream()
                        .map(Person::referralId)
                        .filter(id -> !id.equals(person.referralId()))
                        .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                        .toList();
        assertThat(round.displaced()).isEqualTo(differing);
        assertThat(after.get(person.referralId()))
                .isEqualTo(round.input().fixed().get(0))
                .returns(course.courseId(), Assignment::courseId);
    }
}
