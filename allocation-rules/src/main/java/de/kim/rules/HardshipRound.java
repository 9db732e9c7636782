package de.kim.rules;

import de.kim.events.Exclusion;
import de.kim.events.Section;
import de.kim.rules.InvalidRound.Code;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A round with a hardship override, and what the override changed. The place is a fixed one: it
 * goes to the person first; the rule decides about everybody else and the places that are left.
 *
 * @param override the decision
 * @param setAside the tests that the course fails for this person and that the override sets aside
 * @param input the round's input with this fixed place: what the verifier checks {@code outcome}
 *     against
 * @param outcome the round over {@code input}
 * @param displaced everybody else whose result differs with and without the override, for better or
 *     worse, by referral id
 */
public record HardshipRound(
        HardshipOverride override,
        Set<Exclusion> setAside,
        RoundInput input,
        RoundOutcome outcome,
        List<UUID> displaced) {
    /** What the law or its start requires, so that no partner can waive it. */
    private static final Set<Exclusion> BINDING =
            Set.copyOf(
                    EnumSet.of(
                            Exclusion.LEGAL_BASIS_NOT_ADMISSIBLE,
                            Exclusion.ENTITLEMENT_LAPSES_BEFORE_START,
                            Exclusion.ENTRY_CLOSED,
                            Exclusion.PROVIDER_NOT_ADMITTED,
                            Exclusion.AGE_OUT_OF_RANGE));

    public HardshipRound {
        setAside = Set.copyOf(setAside);
        displaced = List.copyOf(displaced);
    }

    /**
     * Decides the round with and without the override.
     *
     * @throws InvalidRound when person, course or section are not in the round or the section can
     *     no longer be entered, when the person holds a place, when no place is free or when the
     *     law excludes the person
     */
    public static HardshipRound decide(RoundInput input, HardshipOverride override) {
        Person person = person(input, override.referralId());
        Course course = course(input, override.courseId());
        Set<Exclusion> setAside = setAside(input, override, person, course);
        RoundInput fixed =
                input.with(
                        new Assignment(person.referralId(), course.courseId(), override.section()));
        RoundOutcome outcome = ClearingRound.decide(fixed);
        return new HardshipRound(
                override,
                setAside,
                fixed,
                outcome,
                differing(fixed.rest(), ClearingRound.decide(input), outcome));
    }

    private static Person person(RoundInput input, UUID referralId) {
        Person person =
                input.people().stream()
                        .filter(p -> p.referralId().equals(referralId))
                        .findAny()
                        .orElseThrow(() -> unknown(referralId));
        InvalidRound.require(
                person.held() == null, Code.OVERRIDE_WITHOUT_PLACE, "holds a place: " + referralId);
        return person;
    }

    private static Course course(RoundInput input, UUID courseId) {
        return input.courses().stream()
                .filter(c -> c.courseId().equals(courseId))
                .findAny()
                .orElseThrow(() -> unknown(courseId));
    }

    private static InvalidRound unknown(UUID id) {
        return new InvalidRound(Code.OVERRIDE_UNKNOWN, id.toString());
    }

    private static Set<Exclusion> setAside(
            RoundInput input, HardshipOverride override, Person person, Course course) {
        Section section =
                course.section(override.section()).orElseThrow(() -> unknown(course.courseId()));
        Set<Exclusion> failed = new Eligibility(input).check(person, course, section);
        int lateEntryUe = input.rulebook().lateEntryUe();
        if (!Entry.isOpen(course, section, input.heldOn(), lateEntryUe)) {
            failed.add(Exclusion.ENTRY_CLOSED);
        }
        if (override.section() != person.recommendedSection()) {
            failed.add(Exclusion.SECTION_MISMATCH);
        }
        for (Exclusion exclusion : failed) {
            InvalidRound.require(
                    !BINDING.contains(exclusion), Code.OVERRIDE_AGAINST_LAW, exclusion);
        }
        return failed;
    }

    private static List<UUID> differing(RoundInput rest, RoundOutcome before, RoundOutcome after) {
        Map<UUID, Assignment> without = before.byReferral();
        Map<UUID, Assignment> with = after.byReferral();
        return rest.people().stream()
                .map(Person::referralId)
                .filter(id -> !Objects.equals(without.get(id), with.get(id)))
                .toList();
    }
}
